-- Completes the building of a person's alerts with rows of the graph. Changes nothing if the builder's marker is gone
-- (Redis lost it, an alert was withdrawn meanwhile, or another builder was faster).
-- KEYS: alerts
-- ARGV: "!" | "!all", builder's marker, members…
if redis.call('ZREM', KEYS[1], '~' .. ARGV[2]) == 0 then return 0 end
redis.call('ZREMRANGEBYLEX', KEYS[1], '[~', '+')
for i = 3, #ARGV do redis.call('ZADD', KEYS[1], 0, ARGV[i]) end
local excess = redis.call('ZCARD', KEYS[1]) - ALERTS_LENGTH
if excess > 0 then redis.call('ZREMRANGEBYRANK', KEYS[1], 0, excess - 1) end
redis.call('ZADD', KEYS[1], 0, excess > 0 and '!' or ARGV[1])
redis.call('EXPIRE', KEYS[1], ALERTS_SECONDS)
return 1
