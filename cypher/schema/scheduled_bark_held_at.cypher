// The staff read the barks that wait for them.
CREATE INDEX scheduled_bark_held_at IF NOT EXISTS FOR (s:ScheduledBark) ON (s.heldAt)
