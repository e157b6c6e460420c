-- Builds a home timeline from entries of the graph and trims it to its maximum length. The first call, without entries,
-- marks it as being built; if that marker is gone at the end, a follow came in between and it is built again.
-- KEYS: active, home, the person's high-follower authors
-- ARGV: person, now (ms; 0 while the timeline is being built), number of high-follower authors, their ids…, members…
-- include _repeated
if ARGV[2] == '0' then
  redis.call('DEL', KEYS[3])
elseif not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  return 0
end
local author_count = tonumber(ARGV[3])
for i = 4, 3 + author_count do redis.call('SADD', KEYS[3], ARGV[i]) end
for i = 4 + author_count, #ARGV do redis.call('ZADD', KEYS[2], 0, ARGV[i]) end
-- What was delivered meanwhile was not compared with these.
drop_repeated(KEYS[2])
redis.call('ZREMRANGEBYRANK', KEYS[2], HOME_LENGTH, -1)
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
return 1
