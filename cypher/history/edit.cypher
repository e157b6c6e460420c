// Edits a bark and keeps the previous text as a version, in the order of their times: it locks the bark first. New
// mentions get the edit's id, removed ones become MENTIONED; a poll that is replaced stays with the version. $authorId,
// $id, $now {text, …}, $at, $media (ids), $topics, $mentions (handle keys), $outboxId, $poll {ends, hideTotals, endsAt},
// $polls (see polls/_ask) → 1 row if it is theirs · index bark_id, topic_name, person_handle, media_id, person_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId}) USING INDEX b:Bark(id)
// include leases/_lock b
WITH b, coalesce(b.version, 0) AS n, coalesce(b.editedAt, b.at) AS before
WITH b, n, CASE WHEN before < $at THEN $at ELSE before + 1 END AS at
CREATE (b)-[:WAS {id: $outboxId}]->(v:Version {n: n, at: coalesce(b.editedAt, b.at), text: b.text})
SET v.spoiler = b.spoiler, v.sensitive = b.sensitive, v.language = b.language WITH b, v, n, at
CALL (b, v) { MATCH (b)-[s:SHOWS]->(m:Media) CREATE (v)-[:SHOWS {order: s.order}]->(m) DELETE s }
CALL (b, v) { MATCH (b)-[:ASKS]->(q:Poll) CREATE (v)-[:ASKED]->(q) }
CALL (b) { MATCH (b)-[link:TAGGED]->() DELETE link }
SET b += $now, b.version = n + 1, b.editedAt = at
CREATE (:Outbox:Pending {id: $outboxId, kind: 'edit', actorId: $authorId, subjectId: $id, at: at}) WITH b
CALL (b) { UNWIND $topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (b) { UNWIND $mentions AS key OPTIONAL MATCH (p:Person {handleKey: key})
  OPTIONAL MATCH (f:FormerHandle {key: key})-[:LEADS_TO]->(q:Person) WHERE f.until >= $at
  RETURN collect(p) + collect(q) AS named }
CALL (b, named) { MATCH (b)-[m:MENTIONS]->(p) WHERE NOT p IN named CREATE (b)-[:MENTIONED {id: m.id}]->(p) DELETE m }
CALL (b, named) {
  UNWIND named AS p WITH DISTINCT b, p WHERE NOT EXISTS { (b)-[:MENTIONS]->(p) }
  OPTIONAL MATCH (b)-[was:MENTIONED]->(p)
  CREATE (b)-[:MENTIONS {id: CASE WHEN was IS NULL THEN $outboxId ELSE was.id END}]->(p) DELETE was }
CALL (b) {
  UNWIND range(0, size($media) - 1) AS i MATCH (m:Media {id: $media[i]}) REMOVE m:Unattached // locks: it cannot be swept
  WITH b, m, i WHERE NOT m:Discarded CREATE (b)-[:SHOWS {order: i}]->(m) }
WITH b, $poll AS poll, $polls AS asked
// include polls/_change
RETURN b.id AS id
