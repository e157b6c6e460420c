// Whether files with this key are being removed. $key → 1 row if so · index discarded_key
MATCH (m:Discarded {key: $key})
WITH m.id AS id LIMIT 1
// It may be deleted while this reads it.
WHERE id IS NOT NULL
RETURN id
