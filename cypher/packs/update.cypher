// Changes properties of a person's own starter pack. $personId, $id, $changed → id; none if they have no such pack
// · index starter_pack_id
MATCH (s:StarterPack {id: $id})<-[:MADE_PACK]-(:Person {id: $personId})
USING INDEX s:StarterPack(id)
SET s += $changed
RETURN s.id AS id
