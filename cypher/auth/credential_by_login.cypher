// What a sign-in is checked against, by handle or by e-mail. $key → 0..1 rows · index person_handle, credential_email
CALL () {
  MATCH (p:Person {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:Person(handleKey) RETURN p, c
  UNION
  MATCH (p:Person)-[:HAS]->(c:Credential {emailKey: $key}) USING INDEX c:Credential(emailKey) RETURN p, c
}
RETURN p.id AS id, c.passwordHash AS passwordHash, c.sessionEpoch AS epoch
LIMIT 1
