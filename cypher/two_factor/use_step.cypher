// Uses up the code of a step of time. No row: this code or a later one was used, or the secret is another one by now.
// $personId, $secret (sealed), $step → id · index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
// Of two that use the same code at once, one is too late.
// include leases/_lock c
WITH p, c WHERE c.twoFactorSecret = $secret AND c.twoFactorStep < $step
SET c.twoFactorStep = $step
RETURN p.id AS id
