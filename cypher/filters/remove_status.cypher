// Removes a bark from a person's filter, by the id of the entry. $personId, $id → id, none if it is not theirs
// index person_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(:Filter)-[c:MATCHES {id: $id}]->(:Bark)
USING INDEX v:Person(id)
DELETE c
RETURN $id AS id
