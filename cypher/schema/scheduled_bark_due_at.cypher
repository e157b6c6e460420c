// The worker sends scheduled barks that are due.
CREATE INDEX scheduled_bark_due_at IF NOT EXISTS FOR (s:ScheduledBark) ON (s.dueAt)
