// The e-mail address of a person. No row: they have none, as the demo's visitor. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
WHERE c.email IS NOT NULL
RETURN p.handle AS handle, c.email AS email
