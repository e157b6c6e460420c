// Creates a bark, unless the constraint on `idempotencyKey` finds it; _plain: one without links. $authorId, $bark {id, text, …},
// $replyTo, $quotes (ids or null), $media (ids), $topics, $mentions (handle keys; unknown ones are dropped), $polls (polls/_ask)
// → 1 row, with the author's previous entry; none if somebody or something is missing · index person_id, bark_id, topic_name, person_handle
MATCH (p:Person {id: $authorId}) OPTIONAL MATCH (to:Bark {id: $replyTo})<-[:BARKED]-(toAuthor:Person)
OPTIONAL MATCH (quoted:Bark {id: $quotes})<-[:BARKED]-(:Person) WITH p, to, toAuthor, quoted
WHERE ($replyTo IS NULL OR to IS NOT NULL) AND ($quotes IS NULL OR quoted IS NOT NULL)
CREATE (p)-[:BARKED]->(b:Bark {authorId: $authorId})
SET b += $bark, b.thread = coalesce(to.thread, to.id, $bark.id), p.lastBarkAt = $bark.at // locks the author
WITH *, p.lastEntry AS after SET p.lastEntry = $bark.id
CREATE (:Outbox:Pending {id: $bark.id, kind: 'bark', actorId: $authorId, subjectId: $bark.id, at: $bark.at, after: after})
// optional
FOREACH (_ IN CASE WHEN to IS NULL THEN [] ELSE [1] END | CREATE (b)-[:REPLIES_TO]->(to))
FOREACH (_ IN CASE WHEN quoted IS NULL THEN [] ELSE [1] END | CREATE (b)-[:QUOTES {version: coalesce(quoted.version, 0)}]->(quoted))
WITH *, $polls AS asked
// include polls/_ask
WITH * CALL (b) { UNWIND $topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (b) { UNWIND $mentions AS key MATCH (m:Person {handleKey: key}) CREATE (b)-[:MENTIONS]->(m) }
CALL (b) { UNWIND $mentions AS key MATCH (f:FormerHandle {key: key})-[:LEADS_TO]->(m:Person)
  WHERE f.until >= $bark.at MERGE (b)-[:MENTIONS]->(m) }
CALL (b) { UNWIND range(0, size($media) - 1) AS i MATCH (m:Media {id: $media[i]}) REMOVE m:Unattached // locks: it cannot be swept
  WITH b, m, i WHERE NOT m:Discarded CREATE (b)-[:SHOWS {order: i}]->(m) }
// end
RETURN
// include barks/_bark
AS bark,
// include people/_person
AS author, after,
       [(b)-[:MENTIONS]->(m:Person) | m { .id, .handle, .formerly }] AS mentions,
       CASE WHEN to IS NULL THEN null ELSE { id: to.id, author: toAuthor { .id, .handle } } END AS replyTo,
       CASE WHEN quoted IS NULL THEN null ELSE { id: quoted.id, version: coalesce(quoted.version, 0), revoked: false } END AS quotes
