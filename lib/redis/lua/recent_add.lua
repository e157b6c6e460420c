-- Caches entries of a high-follower author: all of them, the newest ones, or new ones, which are added only if older
-- ones are cached.
-- KEYS: newest
-- ARGV: "all" | "newest" | "new", members…
local built = redis.call('EXISTS', KEYS[1]) == 1
if ARGV[1] == 'new' and not built then return 0 end
for i = 2, #ARGV do redis.call('ZADD', KEYS[1], 0, ARGV[i]) end
local function mark(as)
  redis.call('ZREMRANGEBYLEX', KEYS[1], '[!', '(!~')
  redis.call('ZADD', KEYS[1], 0, as)
end
if ARGV[1] ~= 'new' then mark(ARGV[1] == 'all' and '!all' or '!') end
local excess = redis.call('ZCARD', KEYS[1]) - 1 - NEWEST_LENGTH
if excess > 0 then
  redis.call('ZREMRANGEBYRANK', KEYS[1], -excess, -1)
  mark('!')
end
return 1
