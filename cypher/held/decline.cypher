// Declines a bark that waits for the staff: it becomes a draft of its author. No row: somebody has decided, or it was taken
// back; a conflict when there is such a draft (scheduled/_draft). $id → the draft's id
// index scheduled_bark_id, staff_act_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p)
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s, p WHERE s.heldAt IS NOT NULL
// include scheduled/_draft
WITH s
// include staff/_log
RETURN s.id AS id
