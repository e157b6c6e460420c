-- Builds a home timeline from entries of the graph and trims it. The first call has no entries and marks the timeline as
-- being built; if that mark is gone at the end, a follow changed the timeline meanwhile and it must be built again.
-- KEYS: active, home, the person's high-follower authors
-- ARGV: person, now (ms; 0 while the timeline is being built), length, number of such authors, authors…, members…
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[3])
elseif not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  return 0
end
local hubs = tonumber(ARGV[4])
for i = 5, 4 + hubs do redis.call('SADD', KEYS[3], ARGV[i]) end
for i = 5 + hubs, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
redis.call('ZREMRANGEBYRANK', KEYS[2], ARGV[3], -1)
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return 1
