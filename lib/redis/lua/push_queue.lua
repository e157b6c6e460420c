-- Queues alerts for people's devices, each once. Connected people get them live; later it is checked whether they read
-- them.
-- KEYS: pushes, then for each pair: the queued alerts, the waiting ones, and the gateways of the person
-- ARGV: now (ms), when to check connected people (ms), then pairs of a person and an alert's id
local at = 2
for i = 3, #ARGV, 2 do
  local person, alert = ARGV[i], ARGV[i + 1]
  local seen, waiting = KEYS[at], KEYS[at + 1]
  if redis.call('ZADD', seen, 'NX', ARGV[1], alert) == 1 then
    redis.call('ZREMRANGEBYRANK', seen, 0, -PUSH_LENGTH - 1)
    redis.call('EXPIRE', seen, PUSH_SECONDS)
    local online = redis.call('ZRANGEBYSCORE', KEYS[at + 2], ARGV[1], '+inf', 'LIMIT', 0, 1)[1]
    local due = online and ARGV[2] or ARGV[1]
    redis.call('ZADD', waiting, due, alert)
    redis.call('ZREMRANGEBYRANK', waiting, 0, -PUSH_LENGTH - 1)
    redis.call('EXPIRE', waiting, PUSH_SECONDS)
    local planned = redis.call('ZSCORE', KEYS[1], person)
    if not planned or tonumber(planned) > tonumber(due) then redis.call('ZADD', KEYS[1], due, person) end
  end
  at = at + 3
end
