// Takes people out of a person's own starter pack; idempotent. $personId, $id, $members (ids) → their ids
// · index starter_pack_id
MATCH (s:StarterPack {id: $id})<-[:MADE_PACK]-(:Person {id: $personId})
USING INDEX s:StarterPack(id)
MATCH (s)-[e:INCLUDES]->(m:Person)
WHERE m.id IN $members
DELETE e
RETURN m.id AS id
