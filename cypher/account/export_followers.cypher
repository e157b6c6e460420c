// Who follows somebody, for their export. $personId, $before (an id), $limit → rows, newest accounts first
// index person_id
MATCH (p:Person {id: $personId})<-[:FOLLOWS]-(other:Person)
WITH other
WHERE other.id < $before
RETURN other.id AS id, { id: other.id, handle: other.handle } AS item
ORDER BY id DESC LIMIT $limit
