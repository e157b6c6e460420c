// Who follows somebody, by id, newest accounts first. Nobody across a block of the viewer; who hides whom they follow is
// shown to the two of them alone.
// $personId, $viewerId (or ""), $max, $min, $limit → ids · index person_id, then the person's own follows
// With _oldest, the same list from its lower end, oldest first.
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
// As a value of its own, so that no planner begins with everybody between the two ids.
WITH p, p.id AS id, across
WHERE id < $max AND id > $min AND NOT p IN across
  AND ($viewerId IN [$personId, id] OR NOT coalesce(p.hideCollections, false))
RETURN id
ORDER BY id DESC LIMIT $limit
