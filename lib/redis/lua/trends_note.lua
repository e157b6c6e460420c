-- Counts the terms of a bark; idempotent. An edited bark counts for its current text. A deleted one counts for
-- nothing, and stays deleted. The stored structures are described in lib/trends/rules.ts.
-- KEYS: the bark's terms, the rising terms, terms used by one person in these hours, and in the hours before, since when
-- barks are counted
-- ARGV: bark, author, minute, "-" when deleted, else ".", then for each term its key and wording…
local bark, author, minute = ARGV[1], ARGV[2], tonumber(ARGV[3])
local STATE = '='
local function slot(at) return math.floor(at / TRENDS_SLOT) end

redis.call('SET', KEYS[5], minute, 'NX')
redis.call('EXPIRE', KEYS[5], TRENDS_WEEK_SECONDS)
local since = tonumber(redis.call('GET', KEYS[5]))

-- The state of a term: weight (each author's last mention, halving every two hours), its minute, authors in each six
-- hours of its week, newest first.
local function load(key)
  local state = redis.call('HGET', key, STATE)
  if not state then return nil end
  local weight, at, list = state:match('^(%S+) (%S+) (%S+)')
  local s = { weight = tonumber(weight), at = tonumber(at), week = {} }
  for count in list:gmatch('%d+') do s.week[#s.week + 1] = tonumber(count) end
  return s
end

local function age(s, to)
  if to <= s.at then return end
  local hours = math.floor(to / 60) - math.floor(s.at / 60)
  local slots = slot(to) - slot(s.at)
  if slots > 0 then
    local week = {}
    for i = 1, TRENDS_SLOTS do week[i] = s.week[i - slots] or 0 end
    s.week = week
  end
  s.weight = s.weight * 0.5 ^ ((to - s.at) / TRENDS_HALF)
  s.at = to
  return hours > 0
end

-- How many authors used it in six hours on average (`usualAt` of lib/trends/rules.ts), and in its whole week.
local function usual(s)
  local known = math.min(TRENDS_SLOTS - 1, slot(s.at) - slot(since))
  local sum, days, total = 0, 0, 0
  for i = 1, #s.week do
    total = total + s.week[i]
    if i > 2 and i - 1 <= known then
      sum = sum + s.week[i]
      if i % 4 == 1 then days = days + s.week[i] end
    end
  end
  if known < 4 then return 0, total end
  return math.max(sum / (known - 1), days / math.floor(known / 4)), total
end

local function count(s, at, by)
  local i = slot(s.at) - slot(at) + 1
  if i < 1 or i > TRENDS_SLOTS then return end
  for j = #s.week + 1, i do s.week[j] = 0 end
  s.week[i] = math.max(0, s.week[i] + by)
end

-- Removes authors whose mentions are older than the window; once an hour per term.
local function prune(key, s)
  local all = redis.call('HGETALL', key)
  s.weight = 0
  for i = 1, #all, 2 do
    if all[i] ~= STATE then
      local last = tonumber(all[i + 1]:match('^%d+'))
      if last < s.at - TRENDS_WINDOW then redis.call('HDEL', key, all[i])
      else s.weight = s.weight + 0.5 ^ ((s.at - last) / TRENDS_HALF) end
    end
  end
end

local function save(key, term, s)
  if s.weight < 0 then s.weight = 0 end
  while s.week[#s.week] == 0 do s.week[#s.week] = nil end
  if #s.week == 0 then s.week[1] = 0 end
  redis.call('HSET', key, STATE, string.format('%.12g %d %s', s.weight, s.at, table.concat(s.week, ',')))
  local slots, total = usual(s)
  redis.call('EXPIRE', key, total < TRENDS_USED and TRENDS_SECONDS or TRENDS_WEEK_SECONDS)
  local expected = slots / TRENDS_SLOT * TRENDS_HALF / math.log(2)
  local score = (s.weight - expected) / math.sqrt(expected + 1)
  -- Falls by one, which is a halving, every two hours, so the order stays valid as time passes.
  if score > 0.1 then redis.call('ZADD', KEYS[2], math.log(score) / math.log(2) + s.at / TRENDS_HALF, term)
  else redis.call('ZREM', KEYS[2], term) end
end

local function mention(key, s, who, at, id, said)
  local had = redis.call('HGET', key, who)
  if not had and redis.call('HLEN', key) > TRENDS_AUTHORS then return end
  local last = had and tonumber(had:match('^%d+'))
  local entry = at .. ' ' .. id .. ' ' .. said
  if had and last > at then
    if not had:find('\n') then redis.call('HSET', key, who, had .. '\n' .. entry) end
    return
  end
  local before = had and had:match('^[^\n]*')
  redis.call('HSET', key, who, before and entry .. '\n' .. before or entry)
  s.weight = s.weight + 0.5 ^ ((s.at - at) / TRENDS_HALF) - (last and 0.5 ^ ((s.at - last) / TRENDS_HALF) or 0)
  if not last or slot(last) ~= slot(at) then count(s, at, 1) end
end

local function add(term, said)
  local key = string.format(TRENDS_TERM_KEY, term)
  local s = load(key)
  if not s then
    local from = KEYS[3]
    local first = redis.call('HGET', from, term)
    if not first then
      from = KEYS[4]
      first = redis.call('HGET', from, term)
    end
    local who, rest
    if first then who, rest = first:match('^(%d+) (.*)$') end
    if not first or who == author then
      if first or redis.call('HLEN', KEYS[3]) < TRENDS_FIRSTS then
        if from == KEYS[4] then redis.call('HDEL', from, term) end
        redis.call('HSET', KEYS[3], term, author .. ' ' .. minute .. ' ' .. bark .. ' ' .. said)
      end
      return
    end
    redis.call('HDEL', from, term)
    local at, id, text = rest:match('^(%d+) (%d+) (.*)$')
    s = { weight = 0, at = tonumber(at), week = {} }
    mention(key, s, who, s.at, id, text)
  end
  if age(s, minute) then prune(key, s) end
  mention(key, s, author, minute, bark, said)
  save(key, term, s)
end

local function remove(term)
  for i = 3, 4 do
    local first = redis.call('HGET', KEYS[i], term)
    if first and first:match('^%d+ %d+ (%d+)') == bark then redis.call('HDEL', KEYS[i], term) end
  end
  local key = string.format(TRENDS_TERM_KEY, term)
  local s = load(key)
  local had = s and redis.call('HGET', key, author)
  if not had then return end
  local left = {}
  for entry in had:gmatch('[^\n]+') do
    if entry:match('^%d+ (%d+)') ~= bark then left[#left + 1] = entry end
  end
  local last, now = tonumber(had:match('^%d+')), left[1] and tonumber(left[1]:match('^%d+'))
  if left[1] then redis.call('HSET', key, author, table.concat(left, '\n')) else redis.call('HDEL', key, author) end
  s.weight = s.weight - 0.5 ^ ((s.at - last) / TRENDS_HALF) + (now and 0.5 ^ ((s.at - now) / TRENDS_HALF) or 0)
  if not now or slot(now) ~= slot(last) then count(s, last, -1) end
  save(key, term, s)
end

local before = redis.call('GET', KEYS[1])
local terms = {}
for i = 5, #ARGV, 2 do terms[#terms + 1] = ARGV[i] end
local now = #terms == 0 and ARGV[4] or table.concat(terms, '\n')
if before == now or before == '-' then return 0 end
if before then for line in before:gmatch('[^\n]+') do remove(line) end end
for i = 5, #ARGV, 2 do add(ARGV[i], ARGV[i + 1]) end
redis.call('SET', KEYS[1], now, 'EX', TRENDS_BARK_SECONDS)
redis.call('EXPIRE', KEYS[3], TRENDS_FIRST_SECONDS)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', (minute - TRENDS_WINDOW) / TRENDS_HALF)
if redis.call('ZCARD', KEYS[2]) > TRENDS_RISING then redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -TRENDS_RISING - 1) end
redis.call('EXPIRE', KEYS[2], TRENDS_SECONDS)
return 1
