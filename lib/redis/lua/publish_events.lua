-- Publishes one event to several people's devices.
-- KEYS: listening, then for each person: live, online
-- ARGV: now (ms), kind, value, event (JSON), then the people
-- include _event
for i = 5, #ARGV do
  append_event(KEYS[1], ARGV[i], KEYS[2 * i - 8], KEYS[2 * i - 7], ARGV[1], ARGV[2], ARGV[3])
end
publish(ARGV[4])
