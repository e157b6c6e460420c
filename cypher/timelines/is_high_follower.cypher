// Whether somebody is a hub. $personId → 1 row if they are · index person_id
MATCH (p:Person {id: $personId})
WHERE p:Hub
RETURN p.id AS id
