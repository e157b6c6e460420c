// The worker ends polls that are due.
CREATE INDEX open_poll_ends_at IF NOT EXISTS FOR (q:OpenPoll) ON (q.endsAt)
