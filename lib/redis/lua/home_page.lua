-- Reads one page of a home timeline, including recent barks of the high-follower authors that the person follows.
-- KEYS: active, home, live, listening, the person's high-follower authors
-- ARGV: person, now (ms), limit, upper bound, lower bound (lexical ranges), "asc" | "desc", "live" or ""
-- Returns {0} when the timeline is not built, {2, authors…} when recent entries of some high-follower authors are not
-- cached, else {1, live cursor or "", the member down to which it is complete or "", members…}
-- include _merged
local person, now = ARGV[1], tonumber(ARGV[2])
local seen = tonumber(redis.call('ZSCORE', KEYS[1], person) or '0')
if seen == 0 then return {0} end
if now - seen > ACTIVE_NOTED_MS then redis.call('ZADD', KEYS[1], now, person) end

local cursor = ''
if ARGV[7] ~= '' then
  redis.call('ZADD', KEYS[4], now, person)
  local last = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', 1)
  -- A cursor always names an existing event: if it is missing later, the stream was trimmed.
  cursor = last[1] and last[1][1]
  if not cursor then
    cursor = redis.call('XADD', KEYS[3], '*', 'start', '')
    redis.call('EXPIRE', KEYS[3], LIVE_SECONDS)
  end
end

local authors = redis.call('SMEMBERS', KEYS[5])
local members, floor, missing
if #authors > 0 then
  members, floor, missing = merged(KEYS[2], authors, ARGV[4], ARGV[5], ARGV[6], tonumber(ARGV[3]))
  if #missing > 0 then return {2, unpack(missing)} end
elseif ARGV[6] == 'asc' then
  members = redis.call('ZREVRANGEBYLEX', KEYS[2], ARGV[5], ARGV[4], 'LIMIT', 0, ARGV[3])
else
  members = redis.call('ZRANGEBYLEX', KEYS[2], ARGV[4], ARGV[5], 'LIMIT', 0, ARGV[3])
end
local answer = {1, cursor, floor or redis.call('ZRANGE', KEYS[2], -1, -1)[1] or ''}
for _, member in ipairs(members) do answer[#answer + 1] = member end
return answer
