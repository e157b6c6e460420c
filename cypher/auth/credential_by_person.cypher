// What somebody's password is checked against. $personId → 0..1 rows · index person_id
MATCH (:Person {id: $personId})-[:HAS]->(c:Credential)
RETURN c.passwordHash AS passwordHash
