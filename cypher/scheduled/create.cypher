// Schedules a bark, or holds it for the staff ($bark without dueAt); the same $key (or null) is the same bark.
// $authorId, $key, $bark {id, dueAt, text, …}, $media (ids), $from, $to (Unix ms: the day of $bark.dueAt), $most, $mostADay
// → 1 row; none if there are too many, or no author · index person_id, media_id
MATCH (p:Person {id: $authorId})
// include leases/_lock p
WITH p, head([(p)-[:SCHEDULED]->(s:ScheduledBark) WHERE s.key = $key | s.id]) AS there
WHERE there IS NOT NULL OR (COUNT { (p)-[:SCHEDULED]->() } < $most
  AND COUNT { (p)-[:SCHEDULED]->(s) WHERE s.dueAt >= $from AND s.dueAt < $to } < $mostADay)
MERGE (s:ScheduledBark {id: coalesce(there, $bark.id)})
MERGE (p)-[:SCHEDULED]->(s)
WITH s, there
CALL (s, there) { WITH s, there WHERE there IS NULL
  SET s += $bark, s.key = $key
  WITH s UNWIND range(0, size($media) - 1) AS i MATCH (m:Media {id: $media[i]}) REMOVE m:Unattached // locks
  WITH s, m, i WHERE NOT m:Discarded MERGE (s)-[shows:SHOWS]->(m) SET shows.order = i }
RETURN
// include scheduled/_row
