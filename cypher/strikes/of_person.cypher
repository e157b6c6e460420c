// The measures against a person, newest first; also against somebody who is suspended or whose deletion is pending.
// $personId → one row each · index person_id, suspended_id, deletion_pending_id
WITH { id: $personId } AS row
// include people/_anybody
MATCH (p)-[:RECEIVED]->(s:Strike)
RETURN
// include strikes/_strike
ORDER BY strike.id DESC
