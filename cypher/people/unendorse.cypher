// Stops featuring a person; idempotent. $viewerId, $personId → 1 row, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (v)-[e:ENDORSES]->(p)
DELETE e
RETURN p.id AS id
