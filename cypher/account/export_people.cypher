// How somebody stands to others, for their export. $kind: FOLLOWS, BLOCKS, MUTES or REQUESTED_FOLLOW.
// $personId, $kind, $before (an id), $limit → rows, newest accounts first · index person_id
MATCH (p:Person {id: $personId})-[e:FOLLOWS|BLOCKS|MUTES|REQUESTED_FOLLOW]->(other:Person)
// As a value of its own, so that no planner begins with everybody below the id.
WITH other, other.id AS id, e
WHERE type(e) = $kind AND id < $before
RETURN id, { id: id, handle: other.handle, until: e.until } AS item
ORDER BY id DESC LIMIT $limit
