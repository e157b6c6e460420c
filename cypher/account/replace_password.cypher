// Changes a person's password if it and their e-mail address are still those that were read, and ends a change of the address
// that waits to be confirmed. $confirmedAt: when they showed that the address is theirs, or null. $personId, $passwordHash, $before (the hash, or null), $email (or null), $at
// → id, no row when one of them was changed meanwhile · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE coalesce(c.passwordHash, '') = coalesce($before, '') AND coalesce(c.email, '') = coalesce($email, '')
SET c.passwordHash = $passwordHash, c.passwordAt = $at, c.newEmail = null, c.confirmedAt = coalesce(c.confirmedAt, $confirmedAt)
RETURN p.id AS id
