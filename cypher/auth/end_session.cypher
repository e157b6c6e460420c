// Ends one web session or access token of a person. No row: it is not theirs, or does not exist.
// $personId, $id → the hash of the token that ended (null for a session) · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)
WHERE door.id = $id
WITH door, door.hash AS hash
CALL (door) { MATCH (door)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE door
RETURN hash
