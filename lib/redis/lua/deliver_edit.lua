-- Sends an edit to those of a chunk of people who have the bark, or a rebark of it, in their home timeline; for a
-- high-follower author to all.
-- ARGV: "kept" | "merged" (of a high-follower author), now (ms), member of the timeline, bark id, event (JSON), live
-- length, live seconds, people…
-- include _event
for i = 8, #ARGV do
  if ARGV[1] == 'merged' or redis.call('ZSCORE', 'timeline:{' .. ARGV[i] .. '}', ARGV[3]) then
    tell(ARGV[i], ARGV[2], ARGV[6], ARGV[7], 'edited', ARGV[4])
  end
end
wake(ARGV[5])
