-- Updates people's alerts to match the graph, and sends new ones to connected people. Idempotent: each list and
-- stream gets an alert once. A list that is not built stays so and will read the alert from the graph.
-- KEYS: listening, then of each step's person: alerts, live, online
-- ARGV: now (ms), then for each step: the person, what to remove (an id, a suffix that begins with a space, or ""), what
-- to add or keep (a member or ""; with the prefix "=" no event is sent)
-- include _event
local now = ARGV[1]

local function withdraw(alerts, gone, but)
  local members = gone:sub(1, 1) == ' ' and redis.call('ZRANGE', alerts, 0, -1)
    or redis.call('ZRANGEBYLEX', alerts, '[' .. gone, '(' .. gone .. '~')
  for _, member in ipairs(members) do
    local same = member:sub(1, #gone) == gone or member:sub(20) == gone
    if same and not but[member] then redis.call('ZREM', alerts, member) end
  end
  -- A builder may have read the graph before this change, so it must start again.
  redis.call('ZREMRANGEBYLEX', alerts, '[~', '+')
end

-- Adds an alert to the list: 1 added, 0 present already, -1 older than all stored ones, nil not built.
local function add(alerts, member)
  local first = redis.call('ZRANGE', alerts, 0, 1)
  local state = first[1] or ''
  local building = (redis.call('ZRANGE', alerts, -1, -1)[1] or ''):sub(1, 1) == '~'
  if state:sub(1, 1) ~= '!' and not building then return nil end
  if state == '!' and first[2] and member < first[2] then return -1 end
  local added = redis.call('ZADD', alerts, 'NX', 0, member)
  if added == 1 and not building and redis.call('ZCARD', alerts) > ALERTS_LENGTH + 1 then
    redis.call('ZREMRANGEBYRANK', alerts, 0, 1)
    redis.call('ZADD', alerts, 0, '!')
  end
  return added
end

local there = {}
for i = 2, #ARGV, 3 do
  if ARGV[i + 2] ~= '' then
    there[ARGV[i]] = there[ARGV[i]] or {}
    there[ARGV[i]][(ARGV[i + 2]:gsub('^=', ''))] = true
  end
end
for i = 2, #ARGV, 3 do
  -- Each step has three arguments and three keys, so both lists advance together.
  local person, gone, member = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local alerts, live, online = KEYS[i], KEYS[i + 1], KEYS[i + 2]
  if gone ~= '' then withdraw(alerts, gone, there[person] or {}) end
  if member:sub(1, 1) == '=' then
    add(alerts, member:sub(2))
  elseif member ~= '' then
    local added = add(alerts, member)
    if added == 1 or added ~= -1 and not was_sent(live, 'notification', member, LIVE_LENGTH) then
      append_event(KEYS[1], person, live, online, now, 'notification', member)
    end
  end
end
publish('null')
