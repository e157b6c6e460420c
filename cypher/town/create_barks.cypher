// Creates old barks of the demo town with their topics and mentions, without outbox entries.
// $rows [{bark {id, authorId, …}, topics, mentions (handle keys)}] → 1 row with their number
// · index person_id, topic_name, person_handle
UNWIND $rows AS row
MATCH (p:Person {id: row.bark.authorId})
CREATE (p)-[:BARKED]->(b:Bark)
SET b = row.bark
WITH row, b
CALL (row, b) { UNWIND row.topics AS name MERGE (t:Topic {name: name}) CREATE (b)-[:TAGGED]->(t) }
CALL (row, b) { UNWIND row.mentions AS handleKey MATCH (m:Person {handleKey: handleKey}) CREATE (b)-[:MENTIONS]->(m) }
RETURN count(b) AS made
