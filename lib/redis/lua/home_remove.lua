-- Removes an author's entries from a home timeline (after an unfollow).
-- KEYS: home, the person's high-follower authors
-- ARGV: author, members…
redis.call('SREM', KEYS[2], ARGV[1])
if #ARGV == 1 then return 0 end
return redis.call('ZREM', KEYS[1], unpack(ARGV, 2))
