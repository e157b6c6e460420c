-- Removes a deleted bark or rebark from the home timelines of a chunk of people, and sends the event to those who had
-- it; for a high-follower author to all, because it is not known who read it.
-- ARGV: "kept" | "merged" (of a high-follower author), now (ms), id, member of the timeline, event (JSON), live length,
-- live seconds, people…
-- include _event
redis.call('SET', 'tombstone:' .. ARGV[3], '1', 'EX', 3600)
for i = 8, #ARGV do
  local had = redis.call('ZREM', 'timeline:{' .. ARGV[i] .. '}', ARGV[4]) == 1
  if had or ARGV[1] == 'merged' and not was_told(ARGV[i], 'deleted', ARGV[3], 100) then
    tell(ARGV[i], ARGV[2], ARGV[6], ARGV[7], 'deleted', ARGV[3])
  end
end
wake(ARGV[5])
