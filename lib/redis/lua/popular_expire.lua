-- Removes some acts older than an hour, oldest first. May be interrupted: the next call continues.
-- KEYS: popular, acts of the hour
-- ARGV: beginning of the hour (ms), maximum number of acts
-- include _popular
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(old) do remove_act(KEYS[1], KEYS[2], member) end
return #old
