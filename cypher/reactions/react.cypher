// Reacts to a bark with an emoji, each once per person and at most $most; locks the bark, so that concurrent ones are counted.
// $viewerId, $id, $emoji, $key ("bark emoji"), $at, $outboxId, $most → 1 row, none if there is no such bark
// index bark_id, reaction_key
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person)
USING INDEX b:Bark(id)
// include leases/_lock b
WITH v, b, COUNT { (b)<-[:TO]-(:Reaction)<-[:REACTED]-(v) } AS given
MERGE (r:Reaction {key: $key})
  ON CREATE SET r.emoji = $emoji, r.id = $outboxId
MERGE (r)-[:TO]->(b)
WITH v, b, r, given, EXISTS { (v)-[:REACTED]->(r) } AS had
FOREACH (_ IN CASE WHEN had OR given >= $most THEN [] ELSE [1] END |
  CREATE (v)-[:REACTED {id: $outboxId, authorId: b.authorId, version: coalesce(b.version, 0)}]->(r)
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = 'react', o.actorId = $viewerId, o.subjectId = $id, o.at = $at, o.emoji = $emoji)
RETURN had OR given < $most AS reacted, NOT had AND given < $most AS changed
