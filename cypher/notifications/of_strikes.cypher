// Measures against a person between two ids, as alerts of their own. $personId, $max, $min, $limit → alerts, newest first
// index person_id
// With _oldest, the same list from its lower end, oldest first.
// Without the label of what was received, which only leads to strikes, the plan cannot begin with those of everybody.
MATCH (me:Person {id: $personId})-[:RECEIVED]->(s)
USING INDEX me:Person(id)
WHERE s.id < $max AND s.id > $min
RETURN s.id AS id, 'warning' AS kind, me.id AS actorId, null AS barkId, null AS emoji
ORDER BY s.id DESC LIMIT $limit
