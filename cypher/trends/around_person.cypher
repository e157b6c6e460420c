// Whom a person follows, and who does not count for them, also if followed: those they mute, block or are blocked by.
// $personId, $now (ms) → one row of ids · index person_id
MATCH (v:Person {id: $personId})
WITH v, $now AS now
WITH v,
// include people/_hidden
AS hidden
RETURN [x IN hidden | x.id] AS estranged,
       COLLECT { MATCH (v)-[:FOLLOWS]->(p:Person) WHERE NOT p IN hidden RETURN p.id LIMIT 10000 } AS followed
