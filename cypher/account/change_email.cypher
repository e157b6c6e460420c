// Sets the e-mail address of somebody, and when it was confirmed ($confirmedAt, Unix ms, or null; a confirmed one is kept as
// such). The constraint rejects one that is taken. No row: their password is no longer $passwordHash (or null).
// $personId, $passwordHash, $email, $emailKey, $confirmedAt → id · index person_id, applicant_id
CALL () {
  MATCH (p:Person {id: $personId}) RETURN p
  UNION
  MATCH (p:Applicant {id: $personId}) RETURN p
}
MATCH (p)-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE coalesce(c.passwordHash, '') = coalesce($passwordHash, '')
SET c.confirmedAt = CASE WHEN c.emailKey = $emailKey THEN coalesce(c.confirmedAt, $confirmedAt) ELSE $confirmedAt END
SET c.weeklyAt = CASE WHEN c.confirmedAt IS NOT NULL THEN c.weeklyAt END
SET c.email = $email, c.emailKey = $emailKey, c.newEmail = null
RETURN p.id AS id
