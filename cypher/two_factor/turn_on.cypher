// Turns on two-factor sign-in; the session that did it has shown both factors. No row: it is on already, or there is no password.
// $personId, $session, $secret (sealed), $step (of the code that was used), $codes (hashes), $at → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// Of two at once the second finds it on.
// include leases/_lock c
WITH p, c WHERE c.twoFactorAt IS NULL AND c.passwordHash IS NOT NULL
SET c.twoFactorAt = $at, c.twoFactorSecret = $secret, c.twoFactorStep = $step, c.recoveryCodes = $codes
WITH p
OPTIONAL MATCH (p)-[:SIGNED_IN]->(s:Session) WHERE s.id = $session
SET s.twoFactor = true
RETURN p.id AS id
