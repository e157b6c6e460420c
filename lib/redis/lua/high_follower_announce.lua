-- Adds a high-follower author to the authors whose barks are merged into these people's timelines, where they have one.
-- KEYS: active, then of each person: the authors that are merged
-- ARGV: author, people…
for i = 2, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) then redis.call('SADD', KEYS[i], ARGV[1]) end
end
