-- Locks pushes that are about to be sent, so that only one worker sends each of them, once per device.
-- KEYS: told · ARGV: now (ms), minimum ms between two pushes with the same tag, then pairs of a field ("device tag") and
-- the newest alert in the push
-- Returns for each: 0 to send, -1 when it was sent already, else how many ms to wait
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
