-- Registers a device: from now on its person's events wake this gateway.
-- KEYS: listening, online, live
-- ARGV: person, gateway, now (ms), until (ms), live seconds
-- Returns the id of the person's newest event. An empty stream gets an event, so that a cursor always
-- names an existing event.
redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
redis.call('ZADD', KEYS[2], ARGV[4], ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', '(' .. ARGV[3])
redis.call('PEXPIREAT', KEYS[2], ARGV[4])
local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)
local newest = last[1] and last[1][1] or redis.call('XADD', KEYS[3], '*', 'start', '')
-- A stream without new events must not expire while somebody is connected.
redis.call('EXPIRE', KEYS[3], ARGV[5])
return newest
