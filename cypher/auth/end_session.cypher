// Ends one web session, or one access token, of a person. Not theirs, or gone: no row.
// $personId, $id → the hash of the token that ended (null for a session) · index person_id
MATCH (p:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)
WHERE door.id = $id
WITH door, door.hash AS hash
CALL (door) { MATCH (door)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE door
RETURN hash
