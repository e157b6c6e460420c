-- Digits in members of timelines are inverted (encodeEntry in lib/timelines/rules.ts): newer members sort first.

-- Whether a bark, or a rebark of it, is among the newest entries of a timeline: then a further rebark is not added.
local function is_recent(home, of)
  for _, member in ipairs(redis.call('ZRANGE', home, 0, 39)) do
    if member == of or string.sub(member, 21) == of then return true end
  end
  return false
end

-- Sends the event of a high-follower author's bark to connected people, once however often this runs.
local function tell_only(people, now, id, event, live_length, ttl)
  if redis.call('EXISTS', 'tombstone:' .. id) == 1 then return end
  for _, person in ipairs(people) do
    if redis.call('ZSCORE', 'listening', person) and not was_told(person, 'bark', id, 100) then
      tell(person, now, live_length, ttl, 'bark', id)
    end
  end
  wake(event)
end

-- Adds a bark to the home timelines of active or connected people, and sends the event to connected ones. Idempotent:
-- each timeline and stream gets the bark once. A timeline may have it before the stream does, if it was read from the
-- graph in between.
local function deliver(people, now, id, member, event, home_length, live_length, ttl)
  if redis.call('EXISTS', 'tombstone:' .. id) == 1 then return 0 end
  local added = 0
  local of = string.sub(member, 21)
  for _, person in ipairs(people) do
    if redis.call('ZSCORE', 'active', person) or redis.call('ZSCORE', 'listening', person) then
      local home = 'timeline:{' .. person .. '}'
      -- Older than every entry of a full timeline: it was cut off earlier, so it is not new.
      local full = redis.call('ZCARD', home) >= home_length
      local below = full and member > redis.call('ZRANGE', home, -1, -1)[1]
      local repeated = of ~= '' and not redis.call('ZSCORE', home, member) and is_recent(home, of)
      local new = not below and not repeated and redis.call('ZADD', home, 'NX', 0, member) == 1
      if new then
        added = added + 1
        if full then redis.call('ZREMRANGEBYRANK', home, -1, -1) end
      end
      local worth = event ~= '' and not repeated
      if worth and (new or not below and not was_told(person, 'bark', id, live_length)) then
        tell(person, now, live_length, ttl, 'bark', id)
      end
    end
  end
  if event ~= '' then wake(event) end
  return added
end
