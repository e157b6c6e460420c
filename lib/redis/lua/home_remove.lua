-- Removes ids from a home timeline (after an unfollow).
-- KEYS: home
-- ARGV: ids…
if #ARGV == 0 then return 0 end
return redis.call('ZREM', KEYS[1], unpack(ARGV))
