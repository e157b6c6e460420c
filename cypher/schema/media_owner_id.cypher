// Purging an account discards all its pictures, also unused ones.
CREATE INDEX media_owner_id IF NOT EXISTS FOR (m:Media) ON (m.ownerId)
