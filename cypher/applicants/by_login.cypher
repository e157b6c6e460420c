// Somebody who waits to be let in, by their handle or e-mail address ($key). → 0..1 rows
// index applicant_handle, credential_email
CALL () {
  MATCH (p:Applicant {handleKey: $key}) USING INDEX p:Applicant(handleKey) RETURN p
  UNION
  MATCH (p:Applicant)-[:HAS]->(c:Credential {emailKey: $key}) USING INDEX c:Credential(emailKey) RETURN p
}
RETURN p.id AS id
LIMIT 1
