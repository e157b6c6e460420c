// Barks that wait for the staff, oldest first. Those of people whose account is suspended wait until it is not.
// $after (an id), $limit → rows · index scheduled_bark_held_at
MATCH (s:ScheduledBark)
USING INDEX s:ScheduledBark(heldAt)
WHERE s.heldAt > 0 AND s.id > $after
MATCH (p:Person)-[:SCHEDULED]->(s)
WITH s, p ORDER BY s.id LIMIT $limit
RETURN
// include held/_row
ORDER BY bark.id
