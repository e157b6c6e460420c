// Access tokens that nobody used for long are looked for by when they last were.
CREATE INDEX token_last_at IF NOT EXISTS FOR (t:Token) ON (t.lastAt)
