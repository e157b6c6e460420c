// The topics that a person follows, latest first. $personId, $max, $min (ids of the follows), $limit
// → ids of the follows and names of the topics · index person_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (p:Person {id: $personId})-[f:FOLLOWS_TOPIC]->(t:Topic)
USING INDEX p:Person(id)
WHERE f.id < $max AND f.id > $min
RETURN f.id AS id, t.name AS name
ORDER BY id DESC LIMIT $limit
