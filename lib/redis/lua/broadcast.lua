-- Publishes a bark to all gateways where somebody listens to streams that are not of one person; not what was deleted.
-- KEYS: tombstone of the bark
-- ARGV: "there" | "gone" (it tells of the deletion), event (JSON)
if ARGV[1] == 'there' and redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
return redis.call('PUBLISH', BARKS_CHANNEL, ARGV[2])
