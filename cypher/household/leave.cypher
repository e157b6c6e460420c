// Somebody has a grid of their own again, and is shown nowhere until they share anew. A household of nobody goes.
// $personId → how many · index person_id
MATCH (p:Person {id: $personId})-[l:LIVES_IN]->(h:Household)
DELETE l
WITH p, h
CALL (p) { OPTIONAL MATCH (p)-[:HAS_SPOT]->(s:Spot) DETACH DELETE s }
CALL (h) { WITH h WHERE NOT EXISTS { (h)<-[:LIVES_IN]-() } DELETE h }
RETURN count(*) AS count
