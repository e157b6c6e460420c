// As followers, but the entries right above $min (paging towards newer ones).
// $personId, $viewerId (or ""), $max, $min, $limit → ids, oldest first · index person_id
OPTIONAL MATCH (viewer:Person {id: $viewerId})-[:BLOCKS]-(x:Person)
WITH collect(x.id) AS hidden
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
WITH p, hidden
WHERE p.id < $max AND p.id > $min AND NOT p.id IN hidden
RETURN p.id AS id
ORDER BY id LIMIT $limit
