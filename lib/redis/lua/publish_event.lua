-- Publishes a committed change to one person's devices.
-- KEYS: listening, live, online
-- ARGV: person, now (ms), kind, value, event (JSON)
-- include _event
append_event(KEYS[1], ARGV[1], KEYS[2], KEYS[3], ARGV[2], ARGV[3], ARGV[4])
publish(ARGV[5])
