// What a ticket of a closed account is bound to. No row: no such person, or staff did not close their account (any more).
// $personId → the hash of the password, or null · index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
WHERE coalesce(p.suspendedAt, p.disabledAt) IS NOT NULL
RETURN c.passwordHash AS passwordHash
