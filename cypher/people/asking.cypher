// The people who request to follow a person, latest request first.
// $personId, $max, $min (ids of requests), $limit → ids of requests and people · index person_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (v:Person {id: $personId})<-[a:REQUESTED_FOLLOW]-(p:Person)
USING INDEX v:Person(id)
WHERE a.id < $max AND a.id > $min
RETURN a.id AS edge, p.id AS id, null AS until
ORDER BY edge DESC LIMIT $limit
