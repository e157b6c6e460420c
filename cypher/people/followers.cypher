// Who follows somebody, by id, newest accounts first.
// $personId, $max, $min, $limit → ids · index person_id, then the person's own follows
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
USING INDEX followed:Person(id)
WHERE p.id < $max AND p.id > $min
RETURN p.id AS id
ORDER BY id DESC LIMIT $limit
