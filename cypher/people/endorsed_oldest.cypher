// Whom somebody features, by when they did, oldest first.
// $personId, $max, $min (ids of the entries), $limit → ids of entries and people · index person_id
MATCH (v:Person {id: $personId})-[e:ENDORSES]->(p:Person)
USING INDEX v:Person(id)
WHERE e.id < $max AND e.id > $min
RETURN e.id AS edge, p.id AS id, null AS until
ORDER BY edge LIMIT $limit
