// Creates a bark of the past, which is announced to nobody: without an entry in the outbox, mentions, or a place in the order
// of its author's barks. The constraints on id and `idempotencyKey` refuse a second one. $authorId, $bark {id, text, …},
// $replyTo (the author's own, or null), $topics, $media (ids) → 1 row; none if somebody or something is missing
// index person_id, bark_id, topic_name, media_id
MATCH (p:Person {id: $authorId})
OPTIONAL MATCH (to:Bark {id: $replyTo})<-[:BARKED]-(p)
WITH p, to
WHERE $replyTo IS NULL OR to IS NOT NULL
CREATE (p)-[:BARKED]->(b:Bark {authorId: $authorId})
SET b += $bark, b.thread = coalesce(to.thread, to.id, $bark.id)
FOREACH (_ IN CASE WHEN to IS NULL THEN [] ELSE [1] END | CREATE (b)-[:REPLIES_TO]->(to))
WITH b
CALL (b) { UNWIND $topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (b) { UNWIND range(0, size($media) - 1) AS i MATCH (m:Media {id: $media[i]}) REMOVE m:Unattached
  WITH b, m, i WHERE NOT m:Discarded CREATE (b)-[:SHOWS {order: i}]->(m) }
RETURN b.id AS id
