// Removes a person from their household and hides them until they share again. An empty household is deleted.
// $personId → how many · index person_id
MATCH (p:Person {id: $personId})-[l:LIVES_IN]->(h:Household)
DELETE l
WITH p, h
CALL (p) { OPTIONAL MATCH (p)-[:HAS_SPOT]->(s:Spot) DETACH DELETE s }
CALL (h) { WITH h WHERE NOT EXISTS { (h)<-[:LIVES_IN]-() } DELETE h }
RETURN count(*) AS count
