// As following, but the entries right above $min (paging towards newer ones).
// $personId, $viewerId (or ""), $max, $min, $limit → ids, oldest first · index person_id
OPTIONAL MATCH (viewer:Person {id: $viewerId})-[:BLOCKS]-(x:Person)
WITH collect(x.id) AS hidden
MATCH (follower:Person {id: $personId})-[:FOLLOWS]->(p:Person)
// As a value of its own, so that no planner begins with everybody between the two ids.
WITH p.id AS id, hidden
WHERE id < $max AND id > $min AND NOT id IN hidden
RETURN id
ORDER BY id LIMIT $limit
