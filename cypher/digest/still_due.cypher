// Somebody whose weekly mail was claimed at $at (Unix ms), with their present address. No row: they ended it meanwhile, their
// address is not confirmed any more, or they cannot sign in. $personId, $at → DueReader · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
USING INDEX p:Person(id)
WHERE c.weeklyAt = $at AND c.confirmedAt IS NOT NULL AND p.disabledAt IS NULL
RETURN p.id AS id, p.handle AS handle, c.email AS email
