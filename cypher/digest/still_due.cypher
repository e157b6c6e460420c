// Somebody whose weekly mail was claimed at $at (Unix ms), with their present address. No row: they ended it meanwhile, their
// address is not confirmed any more, or they cannot sign in. $personId, $at → DueReader · index person_id
MATCH (p:Person {id: $personId})
USING INDEX p:Person(id)
// From the person: a small town has so few credentials that the plan would begin there.
WITH p, [(p)-[:HAS]->(c:Credential) | c][0] AS c
WHERE c.weeklyAt = $at AND c.confirmedAt IS NOT NULL AND p.disabledAt IS NULL
RETURN p.id AS id, p.handle AS handle, c.email AS email
