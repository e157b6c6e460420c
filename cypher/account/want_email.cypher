// Stores the address that a person wants, until it is confirmed. No row: somebody has it.
// $personId, $email, $emailKey → id · index person_id, credential_email
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
WHERE NOT EXISTS { MATCH (other:Credential {emailKey: $emailKey}) WHERE other <> c }
SET c.newEmail = $email
RETURN p.id AS id
