// Ends a follow, or withdraws the request for one; idempotent. Adds an outbox entry.
// $viewerId, $personId, $at, $outboxId → 1 row with whether there was one, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
OPTIONAL MATCH (v)-[e:FOLLOWS|REQUESTED_FOLLOW]->(p)
WITH collect(e) AS ends
FOREACH (e IN ends | DELETE e)
FOREACH (_ IN CASE WHEN size(ends) > 0 THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'unfollow', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN size(ends) > 0 AS changed
