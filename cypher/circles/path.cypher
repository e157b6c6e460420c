// A shortest chain of at most four follows from the viewer to a person, both included; none across a block.
// $viewerId, $personId, $now (ms) → 0..1 rows with ids · index person_id
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
MATCH (p:Person {id: $personId})
WHERE p <> v AND NOT EXISTS { (v)-[:BLOCKS]-(p) }
// include circles/_chain
RETURN [person IN nodes(chain) | person.id] AS ids
