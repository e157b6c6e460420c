// Changes a person's password. $personId, $passwordHash, $at → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
SET c.passwordHash = $passwordHash, c.passwordAt = $at
RETURN p.id AS id
