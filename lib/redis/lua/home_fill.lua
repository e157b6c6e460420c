-- Builds a home timeline from ids read from the graph and cuts it to its length. First without ids, which marks
-- it as being built; when that mark is gone at the end, a follow came in between and it is built anew.
-- KEYS: active, home
-- ARGV: person, now (ms; 0 while the timeline is being built), length, ids…
if ARGV[2] ~= '0' and not redis.call('ZSCORE', KEYS[1], ARGV[1]) then return 0 end
for i = 4, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -(tonumber(ARGV[3]) + 1))
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return 1
