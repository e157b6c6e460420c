// Cancels a scheduled bark, unless it is being sent; its pictures become unattached again.
// $personId, $id, $looseUntil (Unix ms) → 1 row if it was theirs · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(:Person {id: $personId})
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s WHERE s.claimedUntil IS NULL AND s.id IS NOT NULL
CALL (s) { MATCH (s)-[:SHOWS]->(m:Media) SET m:Unattached, m.until = $looseUntil }
WITH s, s.id AS id
DETACH DELETE s
RETURN id
