// The credential for a sign-in by handle or e-mail; also of people whose deletion is pending, who are suspended, or who
// wait to be let in. $key → 0..1 rows
// index person_handle, deletion_pending_handle, suspended_handle, applicant_handle, credential_email
CALL () {
  MATCH (p:Person {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:Person(handleKey) RETURN p, c
  UNION
  MATCH (p:DeletionPending {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:DeletionPending(handleKey) RETURN p, c
  UNION
  MATCH (p:Suspended {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:Suspended(handleKey) RETURN p, c
  UNION
  MATCH (p:Applicant {handleKey: $key})-[:HAS]->(c:Credential) USING INDEX p:Applicant(handleKey) RETURN p, c
  UNION
  MATCH (p)-[:HAS]->(c:Credential {emailKey: $key}) USING INDEX c:Credential(emailKey)
  WHERE p:Person|DeletionPending|Suspended|Applicant RETURN p, c
}
RETURN p.id AS id, c.passwordHash AS passwordHash, p.leavesAt AS leavesAt, p:Applicant AS waits,
       coalesce(p.suspendedAt, p.disabledAt) IS NOT NULL AS closed
LIMIT 1
