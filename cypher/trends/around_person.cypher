// The people a person follows, and people who do not count for them even if followed: muted ones and those across a block.
// $personId, $now (ms) → one row of ids · index person_id
MATCH (v:Person {id: $personId})
WITH v, $now AS now
WITH v,
// include people/_hidden
AS hidden
RETURN [x IN hidden | x.id] AS estranged,
       COLLECT { MATCH (v)-[:FOLLOWS]->(p:Person) WHERE NOT p IN hidden RETURN p.id LIMIT 10000 } AS followed
