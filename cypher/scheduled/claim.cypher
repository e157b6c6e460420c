// Claims one of a person's scheduled barks before its time, to send it now, as scheduled/claim_due does. None that waits for
// the staff. $personId, $id, $now, $until (Unix ms) → 1 row if it was theirs · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p:Person {id: $personId})
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s, p WHERE coalesce(s.claimedUntil, 0) <= $now AND s.id IS NOT NULL AND s.heldAt IS NULL
SET s.claimedUntil = $until
// Should this process stop, a worker continues.
SET s.dueAt = CASE WHEN s.dueAt < $now THEN s.dueAt ELSE $now END
RETURN p.id AS authorId, true AS active,
// include scheduled/_row
