// Before files are removed, it is asked whether another picture has the same.
CREATE INDEX media_key IF NOT EXISTS FOR (m:Media) ON (m.key)
