// Starts a web session of a person and deletes their expired ones. No row: there is no such person, or they cannot sign in.
// $personId, $id, $agent, $at, $outdated, $twoFactor (true or null) → id · index person_id, session_id
MATCH (p:Person {id: $personId}) WHERE p.disabledAt IS NULL
MERGE (s:Session {id: $id})
  ON CREATE SET s.agent = $agent, s.at = $at, s.lastAt = $at, s.twoFactor = $twoFactor
MERGE (p)-[:SIGNED_IN]->(s)
WITH p, s
CALL (p) {
  MATCH (p)-[:SIGNED_IN]->(old:Session) WHERE old.lastAt < $outdated
  OPTIONAL MATCH (old)-[:PUSHES]->(device)
  DETACH DELETE device, old
}
RETURN s.id AS id
