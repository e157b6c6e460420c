-- Takes people whose devices are to be told something now. Whoever takes them has until the lease ends.
-- KEYS: pushes · ARGV: now (ms), end of the lease (ms), how many
local people = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, person in ipairs(people) do redis.call('ZADD', KEYS[1], ARGV[2], person) end
return people
