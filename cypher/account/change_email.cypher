// Gives somebody a new e-mail address; the constraint refuses one that is taken. $personId, $email, $emailKey → id
// index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
SET c.email = $email, c.emailKey = $emailKey
RETURN p.id AS id
