-- Those of a chunk of people who have a timeline merge the barks of a high-follower author into it from now on.
-- KEYS: active, then of each person: the authors that are merged
-- ARGV: author, people…
for i = 2, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) then redis.call('SADD', KEYS[i], ARGV[1]) end
end
