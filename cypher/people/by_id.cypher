// People with their counters, which are stored degrees. $ids → one row a person · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN p { .id, .handle, .name, .bio, .portrait, .header, .at, .bot, .locked, .discoverable, .lastBarkAt,
           followers: COUNT { (p)<-[:FOLLOWS]-() },
           following: COUNT { (p)-[:FOLLOWS]->() },
           barks: COUNT { (p)-[:BARKED]->() } } AS person
