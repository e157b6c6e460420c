// A bark that waits for the staff. $id → 0..1 rows · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p:Person)
USING INDEX s:ScheduledBark(id)
WHERE s.heldAt IS NOT NULL
RETURN
// include held/_row
