// Which pictures are public: those of people who are neither suspended nor deleted, unless nothing uses them any more
// and they are due for removal. $keys, $now (Unix ms) → 1 row per key · index media_key, person_id
UNWIND $keys AS key
MATCH (m:Media {key: key})
USING INDEX m:Media(key)
MATCH (p:Person {id: m.ownerId})
WHERE NOT m:Discarded AND (NOT m:Unattached OR m.until > $now OR key IN [p.portrait, p.header] OR EXISTS { (m)<-[:SHOWS]-() })
RETURN DISTINCT key
