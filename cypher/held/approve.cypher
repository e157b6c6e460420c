// Approves a bark that waits for the staff: a worker sends it, once. No row: somebody has decided, or it was taken back.
// $id, $at (Unix ms) → id · index scheduled_bark_id, staff_act_id
MATCH (s:ScheduledBark {id: $id})
// include leases/_lock s
WITH s WHERE s.heldAt IS NOT NULL
SET s.dueAt = $at, s.approvedAt = $at
REMOVE s.heldFor, s.heldAt
WITH s
// include staff/_log
RETURN s.id AS id
