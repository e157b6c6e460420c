// Resolves a report, with an entry in the log; repeated, it keeps the first time. No row: there is none with that id.
// $id, $at (Unix ms), $by (a handle), $byId (or null) → id · index report_id, staff_act_id
MATCH (r:Report {id: $id})
SET r.resolvedById = CASE WHEN r.resolvedAt IS NULL THEN $byId ELSE r.resolvedById END,
    r.resolvedBy = CASE WHEN r.resolvedAt IS NULL THEN $by ELSE r.resolvedBy END,
    r.changedAt = CASE WHEN r.resolvedAt IS NULL THEN $at ELSE r.changedAt END,
    r.resolvedAt = coalesce(r.resolvedAt, $at)
// include staff/_log
RETURN r.id AS id
