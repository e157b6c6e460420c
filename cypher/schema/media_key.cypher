// Before files are removed, the worker checks whether another picture shares them.
CREATE INDEX media_key IF NOT EXISTS FOR (m:Media) ON (m.key)
