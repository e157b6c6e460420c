-- Leases people with due pushes; no other worker gets them until the lease ends.
-- KEYS: pushes · ARGV: now (ms), end of the lease (ms), maximum number of people
local people = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, person in ipairs(people) do redis.call('ZADD', KEYS[1], ARGV[2], person) end
return people
