// Hides a person by deleting their places. $personId → 1 row, none if they never shared one
// index person_id
MATCH (p:Person {id: $personId})-[:SHARES]->(h:Sharing)
SET h.version = h.version + 1
WITH p
OPTIONAL MATCH (p)-[:HAS_SPOT]->(s:Spot)
DETACH DELETE s
RETURN count(s) AS count
