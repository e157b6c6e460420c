// Ends a follow; ending it twice changes nothing. Notes it in the outbox.
// $viewerId, $personId, $at, $outboxId → 1 row with whether there was one, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (v)-[f:FOLLOWS]->(p)
WITH f, f IS NOT NULL AS existed
DELETE f
FOREACH (_ IN CASE WHEN existed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'unfollow', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN existed AS changed
