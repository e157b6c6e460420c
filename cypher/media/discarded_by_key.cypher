// Whether files with this key are being removed. $key → 1 row if so · index discarded_key
MATCH (m:Discarded {key: $key})
RETURN m.id AS id LIMIT 1
