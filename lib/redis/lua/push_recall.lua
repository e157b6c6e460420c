-- A person read their alerts: schedules a check of what their other devices show, if they show anything.
-- KEYS: pushes, told, waiting · ARGV: person, due (ms)
if redis.call('EXISTS', KEYS[2]) == 0 then return end
redis.call('ZADD', KEYS[3], ARGV[2], 'recall:' .. ARGV[2])
redis.call('EXPIRE', KEYS[3], PUSH_SECONDS)
local planned = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not planned or tonumber(planned) > tonumber(ARGV[2]) then redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1]) end
