// Deletes a person's own starter pack; idempotent. $personId, $id → id · index starter_pack_id
MATCH (s:StarterPack {id: $id})<-[:MADE_PACK]-(:Person {id: $personId})
USING INDEX s:StarterPack(id)
WITH s, s.id AS id
DETACH DELETE s
RETURN id
