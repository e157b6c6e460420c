// Ends the web session with this id or the access token with this hash. No row: there is none of this person.
// $personId, $credential → whether it was a token · index person_id
MATCH (:Person {id: $personId})-[:SIGNED_IN|HOLDS]->(door:Session|Token)
WHERE door.id = $credential AND door:Session OR door.hash = $credential AND door:Token
WITH door, door:Token AS token
CALL (door) { MATCH (door)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE door
RETURN token
