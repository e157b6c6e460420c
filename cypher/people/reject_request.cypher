// Rejects a follow request; idempotent. Adds an outbox entry.
// $viewerId (who was asked), $personId (who asked), $at, $outboxId → 1 row with whether there was a request,
// none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (p)-[a:REQUESTED_FOLLOW]->(v)
WITH a, a IS NOT NULL AS changed
DELETE a
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'reject', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN changed
