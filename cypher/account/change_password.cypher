// Changes a person's password, and ends a change of their e-mail address that waits to be confirmed.
// $personId, $passwordHash, $at → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
SET c.passwordHash = $passwordHash, c.passwordAt = $at, c.newEmail = null
RETURN p.id AS id
