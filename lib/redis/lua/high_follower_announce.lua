-- Makes the timelines of those people of a chunk who have one merge a high-follower author's barks from now on.
-- KEYS: active
-- ARGV: author, people…
for i = 2, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) then redis.call('SADD', 'hubs:{' .. ARGV[i] .. '}', ARGV[1]) end
end
