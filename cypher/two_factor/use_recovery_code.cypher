// Uses up a recovery code. No row: there is none with this hash. $personId, $hash → id
// index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
// Of two that use the same code at once, one is too late.
// include leases/_lock c
WITH p, c WHERE $hash IN c.recoveryCodes
SET c.recoveryCodes = [code IN c.recoveryCodes WHERE code <> $hash]
RETURN p.id AS id
