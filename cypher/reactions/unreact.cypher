// Removes a reaction. $viewerId, $id, $key ("bark emoji"), $at, $outboxId → 1 row if there was one · index reaction_key
MATCH (r:Reaction {key: $key})<-[e:REACTED]-(v:Person {id: $viewerId})
USING INDEX r:Reaction(key)
WITH e, e.id AS undoes
DELETE e
MERGE (o:Outbox:Pending {id: $outboxId})
SET o.kind = 'unreact', o.actorId = $viewerId, o.subjectId = $id, o.at = $at, o.undoes = undoes
RETURN undoes
