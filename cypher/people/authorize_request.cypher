// Accepts a follow request, which becomes a follow. Adds an outbox entry.
// $viewerId (who was asked), $personId (who asked), $at, $outboxId → 1 row with whether there was a request and whether
// they follow now, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
OPTIONAL MATCH (p)-[a:REQUESTED_FOLLOW]->(v)
WITH v, p, a, a IS NOT NULL AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (p)-[f:FOLLOWS]->(v)
  SET f.id = $outboxId, f.at = $at, f.asked = a.id, f.rebarks = a.rebarks, f.notify = a.notify, f.languages = a.languages
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'authorize', o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
DELETE a
WITH v, p, changed
RETURN changed, EXISTS { (p)-[:FOLLOWS]->(v) } AS follows
