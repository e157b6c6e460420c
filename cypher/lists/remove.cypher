// Removes people from a list; idempotent. $personId, $id, $members (ids) → their ids · index list_id
MATCH (l:List {id: $id})<-[:OWNS_LIST]-(:Person {id: $personId})
USING INDEX l:List(id)
MATCH (l)-[e:LISTS]->(p:Person)
WHERE p.id IN $members
DELETE e
RETURN p.id AS id
