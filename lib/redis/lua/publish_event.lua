-- Sends an event about a committed change to one person's devices.
-- ARGV: person, now (ms), live length, live seconds, kind, value, event (JSON)
-- include _event
tell(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6])
wake(ARGV[7])
