// Makes a filter of somebody's. Sent twice it is made once.
// $personId, $filter {id, title, …}, $words [{id, word, whole}] → id, none if there is no such person · index person_id
MATCH (v:Person {id: $personId})
MERGE (v)-[:FILTERS]->(f:Filter {id: $filter.id})
SET f += $filter
WITH f
CALL (f) { UNWIND $words AS word MERGE (f)-[:CATCHES]->(w:FilterWord {id: word.id}) SET w += word }
RETURN f.id AS id
