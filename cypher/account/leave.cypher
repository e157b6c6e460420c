// Hides somebody at once: every query that shows people and barks asks for a Person, and this is no longer one.
// Nobody can take the handle before $leavesAt. Asked twice, the first time counts. $personId, $leavesAt → id
// index person_id
MATCH (p:Person {id: $personId})
SET p:Leaver, p.leavesAt = $leavesAt
REMOVE p:Person
MERGE (f:FormerHandle {key: p.handleKey})
SET f.until = $leavesAt
RETURN p.id AS id
