// Changes a filter of somebody's, and the words it catches: $words are put, those with ids in $drop go.
// $personId, $filterId, $filter {title, …}, $words [{id, word, whole}], $drop → id, none if it is not theirs
// index person_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(f:Filter {id: $filterId})
USING INDEX v:Person(id)
SET f += $filter
WITH f
CALL (f) { UNWIND $words AS word MERGE (f)-[:CATCHES]->(w:FilterWord {id: word.id}) SET w += word }
CALL (f) { MATCH (f)-[:CATCHES]->(w:FilterWord) WHERE w.id IN $drop DETACH DELETE w }
RETURN f.id AS id
