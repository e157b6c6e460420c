// Hides somebody at once: every query that shows people and barks asks for a Person, and this is no longer one. Their
// place is forgotten; nobody can take the handle before $leavesAt. Asked twice, the first time counts.
// $personId, $leavesAt → id · index person_id
MATCH (p:Person {id: $personId})
SET p:Leaver, p.leavesAt = $leavesAt
REMOVE p:Person
MERGE (f:FormerHandle {key: p.handleKey})
SET f.until = $leavesAt
WITH p
CALL (p) { MATCH (p)-[:STANDS_AT]->(place) DETACH DELETE place }
RETURN p.id AS id
