// The people somebody follows by id, newest accounts first, without people across a block of the viewer.
// $personId, $viewerId (or ""), $max, $min, $limit → ids · index person_id, then the person's own follows
// With _oldest, the same list from its lower end, oldest first.
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (follower:Person {id: $personId})-[:FOLLOWS]->(p:Person)
// The id is projected first, so that the planner does not start with everybody between the two ids.
WITH p, p.id AS id, across
WHERE id < $max AND id > $min AND NOT p IN across
RETURN id
ORDER BY id DESC LIMIT $limit
