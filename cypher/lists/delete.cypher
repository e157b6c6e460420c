// Deletes a person's own list; idempotent. $personId, $id → id · index list_id
MATCH (l:List {id: $id})<-[:OWNS_LIST]-(:Person {id: $personId})
USING INDEX l:List(id)
WITH l, l.id AS id
DETACH DELETE l
RETURN id
