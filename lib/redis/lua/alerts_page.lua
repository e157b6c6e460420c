-- Reads a range of a person's alerts. The list also contains "!" (there are older ones) or "!all" once it is built, and
-- "~" with a builder's marker while it is being built, so that alerts that arrive meanwhile are added.
-- KEYS: alerts
-- ARGV: upper bound, lower bound (lexical ranges), "asc" | "desc", limit, builder's marker
-- Returns {state, oldest member or "", members…}; state "" when it is not built; it is then marked as being built.
local first = redis.call('ZRANGE', KEYS[1], 0, 1)
local state = first[1] or ''
if state:sub(1, 1) ~= '!' then
  redis.call('ZADD', KEYS[1], 0, '~' .. ARGV[5])
  redis.call('EXPIRE', KEYS[1], ALERTS_BUILDING_SECONDS)
  return {'', ''}
end
redis.call('EXPIRE', KEYS[1], ALERTS_SECONDS)
local members
if ARGV[3] == 'asc' then
  members = redis.call('ZRANGEBYLEX', KEYS[1], ARGV[2], ARGV[1], 'LIMIT', 0, ARGV[4])
else
  members = redis.call('ZREVRANGEBYLEX', KEYS[1], ARGV[1], ARGV[2], 'LIMIT', 0, ARGV[4])
end
local answer = {state, first[2] or ''}
for _, member in ipairs(members) do answer[#answer + 1] = member end
return answer
