// Whom a person follows, and who does not count for them: those they mute, block or are blocked by.
// $personId, $now (ms) → one row of ids · index person_id
MATCH (v:Person {id: $personId})
RETURN COLLECT { MATCH (v)-[:FOLLOWS]->(p:Person) RETURN p.id LIMIT 10000 } AS followed,
       COLLECT { MATCH (v)-[:BLOCKS]-(p:Person) RETURN p.id }
       + COLLECT { MATCH (v)-[m:MUTES]->(p:Person) WHERE coalesce(m.until, $now + 1) > $now RETURN p.id } AS estranged
