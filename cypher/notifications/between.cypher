// Follows and requests between two people, as alerts of the followed person.
// $personId, $otherId → one row for each · index person_id
MATCH (one:Person {id: $personId})
MATCH (other:Person {id: $otherId})
MATCH (one)-[f:FOLLOWS|REQUESTED_FOLLOW]-(other)
WHERE f.id IS NOT NULL
RETURN endNode(f).id AS personId, f.id AS id, CASE type(f) WHEN 'FOLLOWS' THEN 'follow' ELSE 'ask' END AS kind,
       startNode(f).id AS actorId
