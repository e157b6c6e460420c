// Ends a block; idempotent, and follows are not restored. Adds an outbox entry.
// $viewerId, $personId, $at, $outboxId → 1 row with whether there was one, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (v)-[b:BLOCKS]->(p)
WITH b, b IS NOT NULL AS changed
DELETE b
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'unblock', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN changed
