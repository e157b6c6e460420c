// Claims scheduled barks that are due for one worker until $until; one that stops loses its claim, and another sends
// them. From then on, they can neither be moved nor cancelled. $now, $until (Unix ms), $limit → rows, with the author and
// whether they can bark · index scheduled_bark_due_at
MATCH (s:ScheduledBark)
WHERE s.dueAt <= $now AND coalesce(s.claimedUntil, 0) <= $now
WITH s ORDER BY s.dueAt, s.id LIMIT $limit
// include leases/_lock s
WITH s WHERE s.dueAt <= $now AND coalesce(s.claimedUntil, 0) <= $now
MATCH (p)-[:SCHEDULED]->(s)
SET s.claimedUntil = $until
RETURN p.id AS authorId, p:Person AND p.disabledAt IS NULL AS active,
// include scheduled/_row
