-- Puts a bark into the home timelines of people who are active or connected, and tells those who listen. Adding says
-- whether it was new, so however often this runs, each timeline and stream gets the bark once.
local function deliver(people, now, id, event, home_length, live_length, ttl)
  if redis.call('EXISTS', 'tombstone:' .. id) == 1 then return 0 end
  local added = 0
  for _, person in ipairs(people) do
    if redis.call('ZSCORE', 'active', person) or redis.call('ZSCORE', 'listening', person) then
      local home = 'home:{' .. person .. '}'
      -- Older than all of a full timeline: it was there and was cut off. Not new.
      local full = redis.call('ZCARD', home) >= home_length
      local below = full and id < redis.call('ZRANGE', home, 0, 0)[1]
      if not below and redis.call('ZADD', home, 'NX', 0, id) == 1 then
        added = added + 1
        if full then redis.call('ZREMRANGEBYRANK', home, 0, 0) end
        tell(person, now, live_length, ttl, 'bark', id)
      end
    end
  end
  wake(event)
  return added
end
