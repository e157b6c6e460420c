// Makes a scheduled bark a draft of its author again. $id, $claimed (whether it must have been claimed, or not) → 1 row
// if it was there; a conflict when there is such a draft (scheduled/_draft) · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p)
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s, p WHERE (s.claimedUntil IS NOT NULL) = $claimed AND s.id IS NOT NULL
// include scheduled/_draft
RETURN s.id AS id
