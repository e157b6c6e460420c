// Removes the device of a session or token; idempotent.
// $personId, $door (session id or token hash) → the id of the removed device · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)-[:PUSHES]->(s:PushSubscription)
WHERE coalesce(door.hash, door.id) = $door
WITH s, s.id AS id
DETACH DELETE s
RETURN id
