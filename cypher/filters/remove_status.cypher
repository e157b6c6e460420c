// Takes a bark out of a filter of somebody's, by the id of its entry. $personId, $id → id, none if it is not theirs
// index person_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(:Filter)-[c:MATCHES {id: $id}]->(:Bark)
USING INDEX v:Person(id)
DELETE c
RETURN $id AS id
