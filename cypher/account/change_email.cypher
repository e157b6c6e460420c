// Changes a person's e-mail address; the constraint rejects one that is taken. $personId, $email, $emailKey → id
// index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
SET c.email = $email, c.emailKey = $emailKey
RETURN p.id AS id
