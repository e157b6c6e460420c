-- Leases what is due (people with pushes, barks without their cards); no other worker gets it until the lease ends.
-- KEYS: pushes or cards · ARGV: now (ms), end of the lease (ms), maximum number
local people = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])
for _, person in ipairs(people) do redis.call('ZADD', KEYS[1], ARGV[2], person) end
return people
