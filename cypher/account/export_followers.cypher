// Who follows somebody, for their export. $personId, $before (an id), $limit → rows, newest accounts first
// index person_id
MATCH (p:Person {id: $personId})<-[:FOLLOWS]-(other:Person)
// As a value of its own, so that no planner begins with everybody below the id.
WITH other, other.id AS id
WHERE id < $before
RETURN id, { id: id, handle: other.handle } AS item
ORDER BY id DESC LIMIT $limit
