-- Those of a chunk of people who have a timeline merge a hub's barks into it from now on.
-- KEYS: active
-- ARGV: hub, people…
for i = 2, #ARGV do
  if redis.call('ZSCORE', KEYS[1], ARGV[i]) then redis.call('SADD', 'hubs:{' .. ARGV[i] .. '}', ARGV[1]) end
end
