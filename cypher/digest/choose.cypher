// Turns the weekly mail of a person on (from $at, Unix ms) or off (null). No row: their address is not confirmed.
// $personId, $at → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
WHERE $at IS NULL OR c.confirmedAt IS NOT NULL
SET c.weeklyAt = CASE WHEN $at IS NULL THEN null ELSE coalesce(c.weeklyAt, $at) END
RETURN p.id AS id
