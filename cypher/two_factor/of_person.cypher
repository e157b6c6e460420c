// What the second factor of a person is checked with, also of one whose account is closed or whose deletion is pending.
// No row: they have not turned it on. $personId → 0..1 rows · index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
WHERE c.twoFactorAt IS NOT NULL
RETURN p.handle AS handle, c.email AS email, c.twoFactorAt AS at, c.twoFactorSecret AS secret, size(c.recoveryCodes) AS codes
