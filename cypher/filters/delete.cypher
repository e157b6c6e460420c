// Deletes a person's filter and its words; idempotent.
// $personId, $filterId → id, none if it is not theirs · index person_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(f:Filter {id: $filterId})
USING INDEX v:Person(id)
WITH f, f.id AS id
CALL (f) { MATCH (f)-[:MATCHES]->(w:FilterWord) DETACH DELETE w }
DETACH DELETE f
RETURN id
