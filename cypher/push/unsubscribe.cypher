// Ends the device of a session or token; when there is none nothing changes.
// $personId, $door (session id or token hash) → the id of what ended · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)-[:PUSHES]->(s:PushSubscription)
WHERE coalesce(door.hash, door.id) = $door
WITH s, s.id AS id
DETACH DELETE s
RETURN id
