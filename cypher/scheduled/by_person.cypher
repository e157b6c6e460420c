// A person's barks that wait for their time, or ($held) for the staff, last scheduled first.
// $personId, $ids (or null for all), $held, $max, $min, $limit → rows
// With _oldest, from the lower end. · index person_id
MATCH (p:Person {id: $personId})-[:SCHEDULED]->(s)
USING INDEX p:Person(id)
WHERE s.id < $max AND s.id > $min AND ($ids IS NULL OR s.id IN $ids) AND (s.heldAt IS NOT NULL) = $held
WITH s ORDER BY s.id DESC LIMIT $limit
RETURN
// include scheduled/_row
ORDER BY bark.id DESC
