// Hides somebody at once: every query that shows people and barks asks for a Person, and this is no longer one. Their
// place is forgotten, they leave their household; nobody can take the handle before $leavesAt. Of twice the first counts.
// $personId, $leavesAt → id · index person_id
MATCH (p:Person {id: $personId})
SET p:DeletionPending, p.leavesAt = $leavesAt
REMOVE p:Person
MERGE (f:FormerHandle {key: p.handleKey})
SET f.until = $leavesAt
WITH p
CALL (p) { MATCH (p)-[:HAS_SPOT]->(place) DETACH DELETE place }
CALL (p) {
  MATCH (p)-[l:LIVES_IN]->(h:Household)
  DELETE l
  WITH h WHERE NOT EXISTS { (h)<-[:LIVES_IN]-() }
  DELETE h
}
RETURN p.id AS id
