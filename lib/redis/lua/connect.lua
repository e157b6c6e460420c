-- Registers a device: from now on, events for its person are published to this gateway.
-- KEYS: listening, online, live
-- ARGV: person, gateway, now (ms), until (ms)
-- Returns the person's newest event id; a stream without events gets one, so that a cursor always
-- names an event that exists.
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[3])
redis.call('PEXPIREAT', KEYS[2], ARGV[4])
local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)
local newest = last[1] and last[1][1] or redis.call('XADD', KEYS[3], '*', 'start', '')
-- A stream does not expire while its person is connected.
redis.call('EXPIRE', KEYS[3], LIVE_SECONDS)
return newest
