-- Tells those of a chunk of people who have a bark, or a rebark of it, in their home timeline that it was edited, or
-- all of them when its author has many followers.
-- KEYS: listening, then of each person: timeline, live, online
-- ARGV: "kept" | "merged" (of a high-follower author), now (ms), member of the timeline, bark id, event (JSON), people…
-- include _event
for i = 6, #ARGV do
  local at = 3 * (i - 6) + 2
  if ARGV[1] == 'merged' or redis.call('ZSCORE', KEYS[at], ARGV[3]) then
    append_event(KEYS[1], ARGV[i], KEYS[at + 1], KEYS[at + 2], ARGV[2], 'edited', ARGV[4])
  end
end
publish(ARGV[5])
