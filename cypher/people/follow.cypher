// Makes $viewerId follow $personId, or request to if they approve followers; repeated, it changes only given settings.
// Locks both in a fixed order, so that a concurrent block comes entirely before or after. Adds an outbox entry.
// $viewerId, $personId, $at, $outboxId, $rebarks, $notify, $languages (null: as it is) → 1 row with the outcome,
// none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p, CASE
  WHEN EXISTS { (p)-[:BLOCKS]->(v) } THEN 'blocked'
  WHEN EXISTS { (v)-[:BLOCKS]->(p) } THEN 'blocking'
  WHEN EXISTS { (v)-[:FOLLOWS]->(p) } THEN 'follows'
  WHEN NOT p.locked THEN 'follow'
  WHEN EXISTS { (v)-[:REQUESTED_FOLLOW]->(p) } THEN 'asked'
  ELSE 'ask' END AS outcome
OPTIONAL MATCH (v)-[before:REQUESTED_FOLLOW]->(p) WHERE outcome = 'follow'
DELETE before
FOREACH (_ IN CASE outcome WHEN 'follow' THEN [1] ELSE [] END |
  MERGE (v)-[f:FOLLOWS]->(p) SET f.id = $outboxId, f.at = $at)
FOREACH (_ IN CASE outcome WHEN 'ask' THEN [1] ELSE [] END | MERGE (v)-[a:REQUESTED_FOLLOW]->(p) SET a.id = $outboxId)
FOREACH (_ IN CASE WHEN outcome IN ['follow', 'ask'] THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = outcome, o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
WITH v, p, outcome
OPTIONAL MATCH (v)-[e:FOLLOWS|REQUESTED_FOLLOW]->(p)
SET e.notifyFrom = CASE WHEN $notify AND NOT coalesce(e.notify, false) THEN $outboxId ELSE e.notifyFrom END
SET e.rebarks = coalesce($rebarks, e.rebarks), e.notify = coalesce($notify, e.notify),
    e.languages = coalesce($languages, e.languages)
RETURN outcome
