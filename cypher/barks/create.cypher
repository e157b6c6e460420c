// Commits a bark with its topics and mentions and notes it in the outbox. The constraint on `once`
// refuses a second bark for the same Idempotency-Key. Mentions of nobody are dropped.
// $authorId, $bark {id, text, …}, $topics, $mentions (handle keys), $outboxId → 1 row as barks/by_id,
// none if there is no such author · index person_id, topic_name, person_handle
MATCH (p:Person {id: $authorId})
CREATE (p)-[:BARKED]->(b:Bark {authorId: $authorId})
SET b += $bark, p.lastBarkAt = $bark.at
CREATE (:Outbox:Pending {id: $outboxId, kind: 'bark', actorId: $authorId, subjectId: $bark.id, at: $bark.at})
WITH p, b
CALL (b) { UNWIND $topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (b) { UNWIND $mentions AS handleKey MATCH (m:Person {handleKey: handleKey}) CREATE (b)-[:MENTIONS]->(m) }
RETURN b { .id, .text, .at, .audience, .language, .sensitive, .spoiler, .app } AS bark,
       p { .id, .handle, .name, .bio, .portrait, .header, .at, .bot, .locked, .discoverable, .lastBarkAt,
           followers: COUNT { (p)<-[:FOLLOWS]-() },
           following: COUNT { (p)-[:FOLLOWS]->() },
           barks: COUNT { (p)-[:BARKED]->() } } AS author,
       [(b)-[:MENTIONS]->(m:Person) | m { .id, .handle }] AS mentions
