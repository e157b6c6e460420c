-- Digits in members of timelines are inverted (encodeEntry in lib/timelines/rules.ts): newer members sort first.

-- Whether a bark, or a rebark of it, is among the newest entries of a timeline; if so, another rebark is not added.
local function is_recent(home, of)
  for _, member in ipairs(redis.call('ZRANGE', home, 0, REPEAT_WINDOW - 1)) do
    if member == of or string.sub(member, 21) == of then return true end
  end
  return false
end

-- Sends a bark of a high-follower author, which timelines merge on read, to connected people; idempotent.
-- `at`: the index of the first person's keys; each person has three: timeline, live stream and gateways.
local function send_only(at, people, listening, now, id, event)
  for _, person in ipairs(people) do
    local live = KEYS[at + 1]
    if redis.call('ZSCORE', listening, person) and not was_sent(live, 'bark', id, SENT_DEPTH) then
      append_event(listening, person, live, KEYS[at + 2], now, 'bark', id)
    end
    at = at + 3
  end
  publish(event)
end

-- Adds a bark to the home timelines of people who are active or connected, and sends it to connected people.
-- Idempotent: each timeline and stream gets the bark once. A timeline may have it before its stream does, when it
-- was built or merged from the graph in between.
local function deliver(at, people, active, listening, now, id, member, event)
  local added = 0
  local of = string.sub(member, 21)
  for _, person in ipairs(people) do
    if redis.call('ZSCORE', active, person) or redis.call('ZSCORE', listening, person) then
      local home, live = KEYS[at], KEYS[at + 1]
      -- Older than every entry of a full timeline: it was there before and was cut off, so it is not new.
      local full = redis.call('ZCARD', home) >= HOME_LENGTH
      local below = full and member > redis.call('ZRANGE', home, -1, -1)[1]
      local repeated = of ~= '' and not redis.call('ZSCORE', home, member) and is_recent(home, of)
      local new = not below and not repeated and redis.call('ZADD', home, 'NX', 0, member) == 1
      if new then
        added = added + 1
        if full then redis.call('ZREMRANGEBYRANK', home, -1, -1) end
      end
      local worth = event ~= '' and not repeated
      if worth and (new or not below and not was_sent(live, 'bark', id, LIVE_LENGTH)) then
        append_event(listening, person, live, KEYS[at + 2], now, 'bark', id)
      end
    end
    at = at + 3
  end
  if event ~= '' then publish(event) end
  return added
end
