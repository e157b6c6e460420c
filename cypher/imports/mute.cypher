// Mutes somebody without an end, unless they are muted already. $viewerId, $personId, $id, $notifications, $now (Unix ms)
// → 1 row with whether it is new, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
OPTIONAL MATCH (v)-[over:MUTES]->(p) WHERE over.until <= $now
DELETE over
WITH DISTINCT v, p
MERGE (v)-[m:MUTES]->(p)
  ON CREATE SET m.id = $id, m.notifications = $notifications
RETURN coalesce(m.id = $id, false) AS changed
