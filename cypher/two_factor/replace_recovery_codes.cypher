// Replaces the recovery codes of a person. No row: two-factor sign-in is off. $personId, $codes (hashes) → id · index person_id
MATCH (p:Person {id: $personId})-[:HAS]->(c:Credential)
// include leases/_lock c
WITH p, c WHERE c.twoFactorAt IS NOT NULL
SET c.recoveryCodes = $codes
RETURN p.id AS id
