// Ends all web sessions and access tokens of a person, except the one to keep (or "").
// $personId, $keep (a session's id or a token's hash) → the ids and hashes that ended · index person_id
MATCH (p:Person {id: $personId})
WITH p, [(p)-[:SIGNED_IN]->(s:Session) WHERE s.id <> $keep | s.id] AS sessions,
     [(p)-[:HOLDS]->(t:Token) WHERE t.hash <> $keep | t.hash] AS hashes
CALL (p) {
  MATCH (p)-[:SIGNED_IN|HOLDS]->(door:Session|Token)
  WHERE coalesce(door.hash, door.id) <> $keep
  OPTIONAL MATCH (door)-[:PUSHES]->(device)
  DETACH DELETE device, door
}
CALL (p) { MATCH (p)-[:GRANTED]->(code:Code) DETACH DELETE code }
RETURN sessions, hashes
