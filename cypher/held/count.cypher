// How many barks wait for the staff. → 1 row · index scheduled_bark_held_at
MATCH (s:ScheduledBark)
USING INDEX s:ScheduledBark(heldAt)
WHERE s.heldAt > 0 AND EXISTS { (:Person)-[:SCHEDULED]->(s) }
RETURN count(s) AS count
