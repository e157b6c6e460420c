// The credential with which a person's password is checked. $personId → 0..1 rows · index person_id
MATCH (:Person {id: $personId})-[:HAS]->(c:Credential)
RETURN c.passwordHash AS passwordHash
