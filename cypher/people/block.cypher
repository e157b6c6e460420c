// Blocks a person: follows, requests and invitations end in both directions. Idempotent. Adds an outbox entry.
// $viewerId, $personId, $at, $outboxId → 1 row with whether it was new, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p, NOT EXISTS { (v)-[:BLOCKS]->(p) } AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (v)-[b:BLOCKS]->(p) SET b.id = $outboxId
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'block', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
WITH v, p, changed
OPTIONAL MATCH (v)-[e:FOLLOWS|REQUESTED_FOLLOW|ENDORSES|INVITED]-(p)
WITH changed, collect(e) AS ends
FOREACH (e IN ends | DELETE e)
RETURN changed
