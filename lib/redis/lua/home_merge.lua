-- Merges ids into a home timeline that exists (after a follow).
-- KEYS: active, home
-- ARGV: person, length, ids…
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
for i = 3, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -(tonumber(ARGV[2]) + 1))
return 1
