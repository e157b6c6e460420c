// Removes a like; idempotent. $viewerId, $id, $at, $outboxId → 1 row with whether there was one, the number of
// likes and the viewer's state, none if there is no such bark · index bark_id, person_id, rebark_pair
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})
OPTIONAL MATCH (v)-[l:LIKES]->(b)
WITH v, b, l, l.id AS undoes
DELETE l
FOREACH (_ IN CASE WHEN undoes IS NULL THEN [] ELSE [1] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'unlike', o.actorId = $viewerId, o.subjectId = $id, o.at = $at, o.undoes = undoes)
WITH v, b, undoes
// include barks/_state
RETURN undoes IS NOT NULL AS changed, undoes, COUNT { (b)<-[:LIKES]-() } AS likes, state
