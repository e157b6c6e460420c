// Makes a bark say something else; what it said becomes a version. Locks the bark first, so that of two edits at once
// each keeps its own. $authorId, $id, $now {text, …}, $at, $media (ids), $topics, $mentions (handle keys), $outboxId
// → 1 row if it is theirs · index bark_id, topic_name, person_handle, media_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId})
USING INDEX b:Bark(id)
SET b.at = b.at
WITH b, coalesce(b.version, 0) AS n
CREATE (b)-[:WAS {id: $outboxId}]->(v:Version {n: n, at: coalesce(b.editedAt, b.at), text: b.text})
SET v.spoiler = b.spoiler, v.sensitive = b.sensitive, v.language = b.language
WITH b, v, n
CALL (b, v) { MATCH (b)-[s:SHOWS]->(m:Media) CREATE (v)-[:SHOWS {order: s.order}]->(m) DELETE s }
CALL (b) { MATCH (b)-[link:TAGGED|MENTIONS]->() DELETE link }
SET b += $now, b.version = n + 1, b.editedAt = $at
CREATE (:Outbox:Pending {id: $outboxId, kind: 'edit', actorId: $authorId, subjectId: $id, at: $at})
WITH b
CALL (b) { UNWIND $topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (b) { UNWIND $mentions AS key MATCH (m:Person {handleKey: key}) CREATE (b)-[:MENTIONS]->(m) }
CALL (b) { UNWIND $mentions AS key MATCH (f:FormerHandle {key: key})-[:LEADS_TO]->(m:Person)
  WHERE f.until >= $at MERGE (b)-[:MENTIONS]->(m) }
CALL (b) {
  UNWIND range(0, size($media) - 1) AS i MATCH (m:Media {id: $media[i]}) REMOVE m:Loose // locks: it cannot be swept
  WITH b, m, i WHERE NOT m:Discarded CREATE (b)-[:SHOWS {order: i}]->(m) }
RETURN b.id AS id
