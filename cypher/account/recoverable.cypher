// The account of a handle or e-mail address ($key), or of an id ($id); one of the two is null. Not those of the demo, which
// have no password, nor of people whose deletion is pending. → 0..1 rows · index person_handle, credential_email, person_id
CALL () {
  MATCH (p:Person {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:Person(handleKey) RETURN p, c
  UNION
  MATCH (p:Person)-[:HAS]->(c:Credential {emailKey: $key}) USING INDEX c:Credential(emailKey) RETURN p, c
  UNION
  MATCH (p:Person {id: $id})-[:HAS]->(c:Credential) USING INDEX p:Person(id) RETURN p, c
}
RETURN p.id AS id, p.handle AS handle, c.email AS email, c.passwordHash AS passwordHash
LIMIT 1
