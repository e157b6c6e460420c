-- Merges an author's newest barks into a home timeline that exists (after a follow). Below the oldest entry that
-- it had, and below the oldest merged one when the author has more, some barks are missing: that part is removed and
-- read from the graph. A timeline that is empty or being built is rebuilt at the next read.
-- KEYS: active, home, the person's high-follower authors
-- ARGV: person, "all" | "newest" (which of the author's barks these are), the author if high-follower or "",
-- members, newest first…
-- include _repeated
local seen = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not seen then return 0 end
local floor = redis.call('ZRANGE', KEYS[2], -1, -1)[1]
if not floor or tonumber(seen) == 0 then
  redis.call('ZREM', KEYS[1], ARGV[1])
  return 0
end
if ARGV[3] ~= '' then redis.call('SADD', KEYS[3], ARGV[3]) end
for i = 4, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
if ARGV[2] == 'newest' and #ARGV > 3 and ARGV[#ARGV] < floor then floor = ARGV[#ARGV] end
redis.call('ZREMRANGEBYLEX', KEYS[2], '(' .. floor, '+')
drop_repeated(KEYS[2])
redis.call('ZREMRANGEBYRANK', KEYS[2], HOME_LENGTH, -1)
return 1
