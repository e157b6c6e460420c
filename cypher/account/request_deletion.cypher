// Hides a person at once by removing the label Person, which every query for people and barks requires. Deletes their
// place, household membership and rights as staff; reserves the handle until $leavesAt. No row: a second request, or nobody
// else owns the town; all staff are locked, so that two owners cannot leave at once. $personId, $leavesAt → id
// index person_id, label Staff
OPTIONAL MATCH (s:Staff)
SET s.turn = true REMOVE s.turn
WITH count(s) AS locked
MATCH (p:Person {id: $personId})
WHERE NOT coalesce(p.owner, false) OR EXISTS { MATCH (o:Staff) WHERE o:Person AND o.owner AND o.id <> $personId }
SET p:DeletionPending, p.leavesAt = $leavesAt
REMOVE p:Person, p:Staff, p.owner, p.rights
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
