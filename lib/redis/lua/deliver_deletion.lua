-- Takes a deleted bark out of the home timelines of a chunk of people and tells those who had it.
-- ARGV: now (ms), bark id, event (JSON), live length, live seconds, people…
-- include _event
redis.call('SET', 'tombstone:' .. ARGV[2], '1', 'EX', 3600)
local removed = 0
for i = 6, #ARGV do
  if redis.call('ZREM', 'home:{' .. ARGV[i] .. '}', ARGV[2]) == 1 then
    removed = removed + 1
    tell(ARGV[i], ARGV[1], ARGV[4], ARGV[5], 'deleted', ARGV[2])
  end
end
wake(ARGV[3])
return removed
