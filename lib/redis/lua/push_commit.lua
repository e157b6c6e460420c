-- Stores the outcome of a person's pushes, and when to check the pending ones next.
-- KEYS: pushes, told, waiting · ARGV: person, the four counts, then fields and values to set in told, fields to
-- remove from it, alerts that are done, and alerts with their due times (ms)
local at = 6
local function take(count)
  local taken = {}
  for i = 1, tonumber(count) do taken[i] = ARGV[at + i - 1] end
  at = at + #taken
  return taken
end
local set, removed, over, later = take(ARGV[2]), take(ARGV[3]), take(ARGV[4]), take(ARGV[5])
if #set > 0 then redis.call('HSET', KEYS[2], unpack(set)) end
if #removed > 0 then redis.call('HDEL', KEYS[2], unpack(removed)) end
if #over > 0 then redis.call('ZREM', KEYS[3], unpack(over)) end
for i = 1, #later, 2 do redis.call('ZADD', KEYS[3], 'XX', later[i + 1], later[i]) end
local next = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')
if next[2] then redis.call('ZADD', KEYS[1], next[2], ARGV[1]) else redis.call('ZREM', KEYS[1], ARGV[1]) end
