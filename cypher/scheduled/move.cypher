// Changes when a scheduled bark is sent, unless that has begun, it waits for the staff, or there are too many for the day.
// $personId, $id, $dueAt, $from, $to (Unix ms: its day), $mostADay → 1 row if it was theirs: whether it fits in
// index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p:Person {id: $personId})
USING INDEX s:ScheduledBark(id)
// include leases/_lock p
WITH s, p
// include leases/_lock s
WITH s, p WHERE s.claimedUntil IS NULL AND s.id IS NOT NULL AND s.heldAt IS NULL
WITH s, COUNT { (p)-[:SCHEDULED]->(o) WHERE o <> s AND o.dueAt >= $from AND o.dueAt < $to } < $mostADay AS fits
SET s.dueAt = CASE WHEN fits THEN $dueAt ELSE s.dueAt END
RETURN fits
