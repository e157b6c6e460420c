// Pictures whose files are about to be removed: for the one who removes them, and for who sends the same again.
CREATE INDEX discarded_key IF NOT EXISTS FOR (m:Discarded) ON (m.key)
