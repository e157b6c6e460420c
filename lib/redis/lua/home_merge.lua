-- Merges an author's newest barks into an existing home timeline (after a follow). Below the timeline's oldest entry
-- and, when the author has more, below the oldest merged one, barks are missing: that part is cut and read from
-- the graph later. A timeline that is empty or being built is built again at the next read.
-- KEYS: active, home, the person's high-follower authors
-- ARGV: person, length, "all" | "newest" (which of the author's barks these are), the author if they have many followers
-- or "", members, newest first…
local seen = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not seen then return 0 end
local floor = redis.call('ZRANGE', KEYS[2], -1, -1)[1]
if not floor or tonumber(seen) == 0 then
  redis.call('ZREM', KEYS[1], ARGV[1])
  return 0
end
if ARGV[4] ~= '' then redis.call('SADD', KEYS[3], ARGV[4]) end
for i = 5, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
if ARGV[3] == 'newest' and #ARGV > 4 and ARGV[#ARGV] < floor then floor = ARGV[#ARGV] end
redis.call('ZREMRANGEBYLEX', KEYS[2], '(' .. floor, '+')
redis.call('ZREMRANGEBYRANK', KEYS[2], ARGV[2], -1)
return 1
