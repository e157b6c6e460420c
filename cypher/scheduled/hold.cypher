// Has a claimed bark wait for the staff instead of being sent. $id, $word, $at (Unix ms) → 1 row if it was there
// index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})
// include leases/_lock s
WITH s WHERE s.claimedUntil IS NOT NULL
SET s.heldFor = $word, s.heldAt = $at
REMOVE s.dueAt, s.claimedUntil
RETURN s.id AS id
