-- Takes a deleted bark, or a rebark, out of the home timelines of a chunk of people and tells those who had it.
-- ARGV: now (ms), id, member of the timeline, event (JSON), live length, live seconds, people…
-- include _event
redis.call('SET', 'tombstone:' .. ARGV[2], '1', 'EX', 3600)
local removed = 0
for i = 7, #ARGV do
  if redis.call('ZREM', 'home:{' .. ARGV[i] .. '}', ARGV[3]) == 1 then
    removed = removed + 1
    tell(ARGV[i], ARGV[1], ARGV[5], ARGV[6], 'deleted', ARGV[2])
  end
end
wake(ARGV[4])
return removed
