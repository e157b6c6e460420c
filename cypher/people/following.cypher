// Whom somebody follows, by id, newest accounts first.
// $personId, $max, $min, $limit → ids · index person_id, then the person's own follows
MATCH (follower:Person {id: $personId})-[:FOLLOWS]->(p:Person)
USING INDEX follower:Person(id)
WHERE p.id < $max AND p.id > $min
RETURN p.id AS id
ORDER BY id DESC LIMIT $limit
