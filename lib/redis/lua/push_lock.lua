-- Claims what is about to be sent, so that of several workers one sends it, once a device.
-- KEYS: told · ARGV: now (ms), ms of quiet after a push of the same tag, then pairs of a field ("device tag") and the
-- newest alert it tells
-- Returns for each: 0 go on, -1 told already, else how many ms to wait
local now, answers = tonumber(ARGV[1]), {}
for i = 3, #ARGV, 2 do
  local newest, at, done = (redis.call('HGET', KEYS[1], ARGV[i]) or ''):match('^(%S+) (%d+) (%d)$')
  local age = at and now - tonumber(at)
  local held = at and (done == '1' or age < PUSH_LOCK_MS)
  local answer = 0
  if held and newest >= ARGV[i + 1] then
    answer = done == '1' and -1 or PUSH_LOCK_MS - age
  elseif held and age < (done == '1' and tonumber(ARGV[2]) or PUSH_LOCK_MS) then
    answer = (done == '1' and tonumber(ARGV[2]) or PUSH_LOCK_MS) - age
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1] .. ' ' .. ARGV[1] .. ' 0')
    redis.call('EXPIRE', KEYS[1], PUSH_TOLD_SECONDS)
  end
  answers[#answers + 1] = answer
end
return answers
