-- Queues alerts for people's devices, each once. Connected people get alerts live; whether they have read them is
-- checked later.
-- KEYS: pushes · ARGV: now (ms), time of that check (ms), seconds kept, then pairs of a person and an alert's
-- id
for i = 4, #ARGV, 2 do
  local person, alert = ARGV[i], ARGV[i + 1]
  local seen, waiting = 'push:seen:{' .. person .. '}', 'push:waiting:{' .. person .. '}'
  if redis.call('ZADD', seen, 'NX', ARGV[1], alert) == 1 then
    redis.call('ZREMRANGEBYRANK', seen, 0, -501)
    redis.call('EXPIRE', seen, ARGV[3])
    local online = redis.call('ZRANGEBYSCORE', 'online:{' .. person .. '}', ARGV[1], '+inf', 'LIMIT', 0, 1)[1]
    local due = online and ARGV[2] or ARGV[1]
    redis.call('ZADD', waiting, due, alert)
    redis.call('ZREMRANGEBYRANK', waiting, 0, -501)
    redis.call('EXPIRE', waiting, ARGV[3])
    local planned = redis.call('ZSCORE', KEYS[1], person)
    if not planned or tonumber(planned) > tonumber(due) then redis.call('ZADD', KEYS[1], due, person) end
  end
end
