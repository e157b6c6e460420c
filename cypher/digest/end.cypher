// Ends the weekly mail of somebody, also of people who are suspended or leave. No row: there is no such account.
// $personId → id · index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:HAS]->(c:Credential)
SET c.weeklyAt = null
RETURN p.id AS id
