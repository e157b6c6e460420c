-- Tells those of a chunk of people who have a bark, or a rebark of it, in their home timeline that it was edited.
-- ARGV: now (ms), member of the timeline, bark id, event (JSON), live length, live seconds, people…
-- include _event
local told = 0
for i = 7, #ARGV do
  if redis.call('ZSCORE', 'home:{' .. ARGV[i] .. '}', ARGV[2]) then
    told = told + 1
    tell(ARGV[i], ARGV[1], ARGV[5], ARGV[6], 'edited', ARGV[3])
  end
end
wake(ARGV[4])
return told
