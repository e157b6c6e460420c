// Stores the address that a person wants, until it is confirmed. No row: their password is no longer $passwordHash (or null).
// $personId, $passwordHash, $email → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE coalesce(c.passwordHash, '') = coalesce($passwordHash, '')
SET c.newEmail = $email
RETURN p.id AS id
