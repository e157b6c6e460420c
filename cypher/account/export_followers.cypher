// A person's followers, for their data export. $personId, $before (an id), $limit → rows, newest accounts first
// index person_id
MATCH (p:Person {id: $personId})<-[:FOLLOWS]-(other:Person)
// The id is projected first, so that the planner does not start with everybody below it.
WITH other, other.id AS id
WHERE id < $before
RETURN id, { id: id, handle: other.handle } AS item
ORDER BY id DESC LIMIT $limit
