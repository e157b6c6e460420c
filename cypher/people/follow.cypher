// Makes $viewerId follow $personId; following twice is following once. Notes it in the outbox.
// $viewerId, $personId, $at, $outboxId → 1 row with whether it was new, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
MERGE (v)-[f:FOLLOWS]->(p)
  ON CREATE SET f.at = $at, f.fresh = true
WITH f, coalesce(f.fresh, false) AS created
REMOVE f.fresh
FOREACH (_ IN CASE WHEN created THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'follow', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN created AS changed
