-- Starts a new epoch unless another worker already did; all timelines then count as not built.
-- KEYS: epoch, active, high-follower authors
-- ARGV: the old epoch or "", the new one
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[2], KEYS[3])
redis.call('PUBLISH', EPOCH_CHANNEL, ARGV[2])
return 1
