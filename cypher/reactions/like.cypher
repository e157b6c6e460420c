// Likes the current version of a bark; idempotent. The like has the id of its outbox entry, by which a new one
// is recognised. $viewerId, $id, $at, $outboxId → 1 row with whether it is new, the number of likes and the viewer's state, none
// if there is no such bark · index bark_id, person_id, rebark_pair
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MERGE (v)-[l:LIKES]->(b)
  ON CREATE SET l.id = $outboxId, l.authorId = b.authorId, l.version = coalesce(b.version, 0)
// One that is being removed concurrently has no id any more, and was not created here.
WITH v, b, coalesce(l.id = $outboxId, false) AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'like', o.actorId = $viewerId, o.subjectId = $id, o.at = $at)
WITH v, b, changed
// include barks/_state
RETURN changed, COUNT { (b)<-[:LIKES]-() } AS likes, state
