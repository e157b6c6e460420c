// Deletes a draft; its pictures become unattached again. $key, $looseUntil → 1 row if it existed · index draft_key
MATCH (d:Draft {key: $key})
CALL (d) { MATCH (d)-[:SHOWS]->(m:Media) SET m:Unattached, m.until = $looseUntil }
WITH d, d.id AS id
DETACH DELETE d
RETURN id
