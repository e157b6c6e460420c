// Hides a person at once by removing the label Person, which every query for people and barks requires. Deletes their
// place and household membership; reserves the handle until $leavesAt. A second request changes nothing.
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
