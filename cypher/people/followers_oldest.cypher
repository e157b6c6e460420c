// Like followers, but the entries directly above $min (paging towards newer ones).
// $personId, $viewerId (or ""), $max, $min, $limit → ids, oldest first · index person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
// The id is projected first, so that the planner does not start with everybody between the two ids.
WITH p, p.id AS id, across
WHERE id < $max AND id > $min AND NOT p IN across
  AND ($viewerId IN [$personId, id] OR NOT coalesce(p.hideCollections, false))
RETURN id
ORDER BY id LIMIT $limit
