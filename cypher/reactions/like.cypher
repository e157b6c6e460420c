// Likes the current version of a bark; idempotent. The like has the id of its outbox entry, by which a new one
// is recognised. $viewerId, $id, $at, $outboxId → 1 row with whether it is new, none if there is no such bark · index bark_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MERGE (v)-[l:LIKES]->(b)
  ON CREATE SET l.id = $outboxId, l.authorId = b.authorId, l.version = coalesce(b.version, 0)
// One that is being removed concurrently has no id any more, and was not created here.
WITH coalesce(l.id = $outboxId, false) AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'like', o.actorId = $viewerId, o.subjectId = $id, o.at = $at)
RETURN changed
