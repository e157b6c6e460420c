// Puts a bark into a filter of somebody's; twice is once.
// $personId, $filterId, $barkId, $id (of the entry) → the entry's id, none if either is missing · index person_id, bark_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(f:Filter {id: $filterId})
USING INDEX v:Person(id)
MATCH (b:Bark {id: $barkId})
MERGE (f)-[c:CATCHES]->(b)
  ON CREATE SET c.id = $id
RETURN c.id AS id
