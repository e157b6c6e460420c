-- Takes acts older than an hour out, the oldest first, a few at a time: killed at any moment, what is left goes on.
-- KEYS: popular, acts of the hour
-- ARGV: where the hour begins (ms), how many at most
-- include _popular
local old = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
for _, member in ipairs(old) do leave(KEYS[1], KEYS[2], member) end
return #old
