// Who follows somebody, by id, newest accounts first.
// $personId, $viewerId (or ""), $max, $min, $limit → ids · index person_id, then the person's own follows
OPTIONAL MATCH (viewer:Person {id: $viewerId})-[:BLOCKS]-(x:Person)
WITH collect(x.id) AS hidden
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
WITH p, hidden
WHERE p.id < $max AND p.id > $min AND NOT p.id IN hidden
RETURN p.id AS id
ORDER BY id DESC LIMIT $limit
