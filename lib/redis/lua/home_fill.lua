-- Builds a home timeline from ids read from the graph and cuts it to its length.
-- KEYS: active, home
-- ARGV: person, now (ms; 0 while the timeline is being built), length, ids…
for i = 4, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -(tonumber(ARGV[3]) + 1))
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return 1
