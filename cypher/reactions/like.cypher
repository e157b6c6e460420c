// Likes a bark as it is now; idempotent. The like's id is that of its outbox entry, which tells a
// new one. $viewerId, $id, $at, $outboxId → 1 row with whether it is new, none if there is no such bark · index bark_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
MERGE (v)-[l:LIKES]->(b)
  ON CREATE SET l.id = $outboxId, l.authorId = b.authorId, l.version = coalesce(b.version, 0)
// One that is being taken back at the same time has no id any more, and was not made here.
WITH coalesce(l.id = $outboxId, false) AS changed
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'like', o.actorId = $viewerId, o.subjectId = $id, o.at = $at)
RETURN changed
