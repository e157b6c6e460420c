// Changes properties of a person; $unnamed uses the handle as the name.
// $personId, $changed, $unnamed → id · index person_id
MATCH (p:Person {id: $personId})
SET p += $changed
FOREACH (_ IN CASE WHEN $unnamed THEN [1] ELSE [] END | SET p.name = p.handle, p.nameWords = p.handleKey)
RETURN p.id AS id
