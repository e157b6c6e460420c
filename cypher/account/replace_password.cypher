// Changes a person's password if it is still the one that was read. $personId, $passwordHash, $before (the hash, or null), $at
// → id, no row when it was changed meanwhile · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE coalesce(c.passwordHash, '') = coalesce($before, '')
SET c.passwordHash = $passwordHash, c.passwordAt = $at
RETURN p.id AS id
