// Removes somebody from the viewer's circles and suggestions for good; idempotent.
// $viewerId, $personId, $id → 1 row, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
WHERE p <> v
MERGE (v)-[d:DISMISSED]->(p)
  ON CREATE SET d.id = $id
RETURN p.id AS id
