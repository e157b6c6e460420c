// How somebody stands to others, for their export. $kind: FOLLOWS, BLOCKS, MUTES or ASKED.
// $personId, $kind, $before (an id), $limit → rows, newest accounts first · index person_id
MATCH (p:Person {id: $personId})-[e:FOLLOWS|BLOCKS|MUTES|ASKED]->(other:Person)
WITH other, e
WHERE type(e) = $kind AND other.id < $before
RETURN other.id AS id, { id: other.id, handle: other.handle, until: e.until } AS item
ORDER BY id DESC LIMIT $limit
