// Opens a resolved report again, with an entry in the log. $id, $at (Unix ms) → id · index report_id, staff_act_id
MATCH (r:Report {id: $id})
SET r.changedAt = $at
REMOVE r.resolvedAt, r.resolvedBy, r.resolvedById
// include staff/_log
RETURN r.id AS id
