-- Counts a use of a rate limit. The window slides: the previous one counts in proportion to its remaining overlap.
-- KEYS: uses in this window, uses in the previous one
-- ARGV: the limit, length of a window (ms), now (ms), number of uses (negative to refund)
-- Returns the remaining uses, or -1 when this use is refused.
local most, length, now, uses = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local before = math.floor((1 - now % length / length) * tonumber(redis.call('GET', KEYS[2]) or 0))
local used = before + tonumber(redis.call('GET', KEYS[1]) or 0)
if uses > 0 and used >= most then return -1 end
redis.call('INCRBY', KEYS[1], uses)
redis.call('PEXPIRE', KEYS[1], 2 * length)
return math.max(0, most - used - uses)
