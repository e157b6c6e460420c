// How many people used Barker in the last month is counted by when their sessions were last used.
CREATE INDEX session_last_at IF NOT EXISTS FOR (s:Session) ON (s.lastAt)
