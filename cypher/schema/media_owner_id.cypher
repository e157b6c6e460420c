// When an account ends, all its pictures go, also those that no bark shows.
CREATE INDEX media_owner_id IF NOT EXISTS FOR (m:Media) ON (m.ownerId)
