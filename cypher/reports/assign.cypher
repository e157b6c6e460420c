// Assigns a report to a member of the staff, or (null) to nobody, with an entry in the log.
// $id, $personId, $at (Unix ms) → id · index report_id, person_id, staff_act_id
MATCH (r:Report {id: $id})
SET r.changedAt = $at
// include staff/_log
WITH r
CALL (r) { MATCH (r)-[old:ASSIGNED_TO]->() DELETE old }
CALL (r) { MATCH (m:Person {id: $personId}) MERGE (r)-[:ASSIGNED_TO]->(m) }
RETURN r.id AS id
