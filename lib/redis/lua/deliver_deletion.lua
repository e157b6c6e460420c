-- Removes a deleted bark or rebark from the home timelines of a chunk of people and tells those who had it, or all of
-- them when its author has many followers, since then it is unknown who read it.
-- KEYS: tombstone of the bark, listening, then of each person: timeline, live, online
-- ARGV: "kept" | "merged" (of a high-follower author), now (ms), id, member of the timeline, event (JSON), people…
-- include _event
redis.call('SET', KEYS[1], '1', 'EX', TOMBSTONE_SECONDS)
for i = 6, #ARGV do
  local at = 3 * (i - 5)
  local live = KEYS[at + 1]
  local had = redis.call('ZREM', KEYS[at], ARGV[4]) == 1
  if had or ARGV[1] == 'merged' and not was_sent(live, 'deleted', ARGV[3], SENT_DEPTH) then
    append_event(KEYS[2], ARGV[i], live, KEYS[at + 2], ARGV[2], 'deleted', ARGV[3])
  end
end
publish(ARGV[5])
