// Makes somebody a hub: too many follow them for a copy in each timeline. $personId → the id · index person_id
MATCH (p:Person {id: $personId})
SET p:Hub
RETURN p.id AS id
