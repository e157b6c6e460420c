// The e-mail address of somebody, or of somebody who wants to join. $id → 0..1 rows · index person_id, applicant_id
CALL () {
  MATCH (p:Person {id: $id}) RETURN p
  UNION
  MATCH (p:Applicant {id: $id}) RETURN p
}
MATCH (p)-[:HAS]->(c:Credential)
WHERE c.email IS NOT NULL
RETURN p.id AS id, p.handle AS handle, c.email AS email, c.confirmedAt AS confirmedAt, c.newEmail AS newEmail,
       c.passwordHash AS passwordHash, p:Applicant AS waits
