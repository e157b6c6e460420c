// Changes when a scheduled bark is sent, unless that has begun. $personId, $id, $dueAt (Unix ms) → 1 row if it was theirs
// index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(:Person {id: $personId})
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s WHERE s.claimedUntil IS NULL AND s.id IS NOT NULL
SET s.dueAt = $dueAt
RETURN s.id AS id
