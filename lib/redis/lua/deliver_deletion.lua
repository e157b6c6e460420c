-- Takes a deleted bark, or a rebark, out of the home timelines of a chunk of people and tells those who had it, or
-- of a hub's all, since nobody knows who read it.
-- ARGV: "kept" | "merged" (of a hub), now (ms), id, member of the timeline, event (JSON), live length, live seconds,
-- people…
-- include _event
redis.call('SET', 'tombstone:' .. ARGV[3], '1', 'EX', 3600)
for i = 8, #ARGV do
  local had = redis.call('ZREM', 'timeline:{' .. ARGV[i] .. '}', ARGV[4]) == 1
  if had or ARGV[1] == 'merged' and not was_told(ARGV[i], 'deleted', ARGV[3], 100) then
    tell(ARGV[i], ARGV[2], ARGV[6], ARGV[7], 'deleted', ARGV[3])
  end
end
wake(ARGV[5])
