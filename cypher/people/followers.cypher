// Who follows somebody, by id, newest accounts first.
// $personId, $viewerId (or ""), $max, $min, $limit → ids · index person_id, then the person's own follows
OPTIONAL MATCH (viewer:Person {id: $viewerId})-[:BLOCKS]-(x:Person)
WITH collect(x.id) AS hidden
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
// As a value of its own, so that no planner begins with everybody between the two ids.
WITH p.id AS id, hidden
WHERE id < $max AND id > $min AND NOT id IN hidden
RETURN id
ORDER BY id DESC LIMIT $limit
