// Barks with their authors, counters and mentions, as every reader sees them. Deleted ones are absent.
// $ids → one row a bark · index bark_id
UNWIND $ids AS id
MATCH (b:Bark {id: id})<-[:BARKED]-(p:Person)
USING INDEX b:Bark(id)
RETURN b { .id, .text, .at, .audience, .language, .sensitive, .spoiler, .app } AS bark,
       p { .id, .handle, .name, .bio, .portrait, .header, .at, .bot, .locked, .discoverable, .lastBarkAt,
           followers: COUNT { (p)<-[:FOLLOWS]-() },
           following: COUNT { (p)-[:FOLLOWS]->() },
           barks: COUNT { (p)-[:BARKED]->() } } AS author,
       [(b)-[:MENTIONS]->(m:Person) | m { .id, .handle }] AS mentions
