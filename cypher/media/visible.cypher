// Which pictures anybody may see: those of people who are here (neither suspended nor leaving), unless nothing shows or
// wears them any more and their time is over. $keys, $now (Unix ms) → 1 row a key · index media_key, person_id
UNWIND $keys AS key
MATCH (m:Media {key: key})
USING INDEX m:Media(key)
MATCH (p:Person {id: m.ownerId})
WHERE NOT m:Discarded AND (NOT m:Unattached OR m.until > $now OR key IN [p.portrait, p.header] OR EXISTS { (m)<-[:SHOWS]-() })
RETURN DISTINCT key
