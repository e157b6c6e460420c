// Unused access tokens are found by when they were last used.
CREATE INDEX token_last_at IF NOT EXISTS FOR (t:Token) ON (t.lastAt)
