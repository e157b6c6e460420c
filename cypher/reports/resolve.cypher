// Resolves a report; repeated, it keeps the first time. $id, $at (Unix ms) → its id · index report_id
MATCH (r:Report {id: $id})
SET r.resolvedAt = coalesce(r.resolvedAt, $at)
RETURN r.id AS id
