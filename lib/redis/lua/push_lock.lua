-- Locks pushes before they are sent, so that only one of several workers sends each, once per device.
-- KEYS: told · ARGV: now (ms), pause after a push of the same tag (ms), duration of a lock (ms), seconds kept, then pairs
-- of a field ("device tag") and its newest alert
-- Returns for each: 0 to send, -1 sent already, else how long to wait (ms)
local now, answers = tonumber(ARGV[1]), {}
for i = 5, #ARGV, 2 do
  local newest, at, done = (redis.call('HGET', KEYS[1], ARGV[i]) or ''):match('^(%S+) (%d+) (%d)$')
  local age = at and now - tonumber(at)
  local held = at and (done == '1' or age < tonumber(ARGV[3]))
  local answer = 0
  if held and newest >= ARGV[i + 1] then
    answer = done == '1' and -1 or tonumber(ARGV[3]) - age
  elseif held and age < tonumber(done == '1' and ARGV[2] or ARGV[3]) then
    answer = tonumber(done == '1' and ARGV[2] or ARGV[3]) - age
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[1] .. ' 0')
    redis.call('EXPIRE', KEYS[1], ARGV[4])
  end
  answers[#answers + 1] = answer
end
return answers
