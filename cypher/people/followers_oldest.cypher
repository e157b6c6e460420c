// As followers, but the entries right above $min (paging towards newer ones).
// $personId, $max, $min, $limit → ids, oldest first · index person_id
MATCH (followed:Person {id: $personId})<-[:FOLLOWS]-(p:Person)
USING INDEX followed:Person(id)
WHERE p.id < $max AND p.id > $min
RETURN p.id AS id
ORDER BY id LIMIT $limit
