-- Appends an event to a person's live stream, if somebody is connected, and records for each gateway where they are
-- connected which event it follows, so that the gateway can emit events in that order and without gaps.
local wakeups = {}
local function append_event(listening, person, live, online, now, field, value)
  if not redis.call('ZSCORE', listening, person) then return end
  local gateways = redis.call('ZRANGEBYSCORE', online, now, '+inf')
  local before = #gateways > 0 and redis.call('XREVRANGE', live, '+', '-', 'COUNT', 1)[1]
  local id = redis.call('XADD', live, 'MAXLEN', '~', LIVE_LENGTH, '*', field, value)
  redis.call('EXPIRE', live, LIVE_SECONDS)
  for _, gateway in ipairs(gateways) do
    local wakeup = wakeups[gateway] or {}
    wakeups[gateway] = wakeup
    wakeup[#wakeup + 1] = '"' .. person .. '":["' .. (before and before[1] or '') .. '","' .. id .. '"]'
  end
end

-- Whether one of the newest entries of a live stream, up to a limit, holds this already.
local function was_sent(live, field, value, depth)
  for _, entry in ipairs(redis.call('XREVRANGE', live, '+', '-', 'COUNT', depth)) do
    if entry[2][1] == field and entry[2][2] == value then return true end
  end
  return false
end

-- Publishes one message per gateway: the event, and its recipients. `event` is JSON, or "" if the gateway must read it.
local function publish(event)
  for gateway, to in pairs(wakeups) do
    local message = '{"to":{' .. table.concat(to, ',') .. '},"event":' .. event .. '}'
    redis.call('PUBLISH', string.format(GATEWAY_CHANNEL, gateway), message)
  end
end
