-- Whether a person's live stream has said this already.
local function was_told(person, id)
  for _, entry in ipairs(redis.call('XREVRANGE', 'live:{' .. person .. '}', '+', '-', 'COUNT', 100)) do
    if entry[2][2] == id then return true end
  end
  return false
end

-- Puts a bark into the home timelines of people who are active or connected, and tells those who listen. However
-- often this runs, each timeline and stream gets the bark once. A timeline may have it before its stream: from
-- the graph, when it was built or merged in between.
local function deliver(people, now, id, event, home_length, live_length, ttl)
  if redis.call('EXISTS', 'tombstone:' .. id) == 1 then return 0 end
  local added = 0
  for _, person in ipairs(people) do
    if redis.call('ZSCORE', 'active', person) or redis.call('ZSCORE', 'listening', person) then
      local home = 'home:{' .. person .. '}'
      -- Older than all of a full timeline: it was there and was cut off. Not new.
      local full = redis.call('ZCARD', home) >= home_length
      local below = full and id < redis.call('ZRANGE', home, 0, 0)[1]
      local new = not below and redis.call('ZADD', home, 'NX', 0, id) == 1
      if new then
        added = added + 1
        if full then redis.call('ZREMRANGEBYRANK', home, 0, 0) end
      end
      if new or not below and not was_told(person, id) then tell(person, now, live_length, ttl, 'bark', id) end
    end
  end
  wake(event)
  return added
end
