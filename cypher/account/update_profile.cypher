// Changes properties of a person; $unnamed makes the handle their name.
// $personId, $changed, $unnamed → id · index person_id
MATCH (p:Person {id: $personId})
SET p += $changed
SET p.name = CASE WHEN $unnamed THEN p.handle ELSE p.name END
RETURN p.id AS id
