// Barks that a person likes, last liked first. $personId, $max, $min, $ascending, $limit → their ids with the like's · index person_id
MATCH (p:Person {id: $personId})-[l:LIKES]->(b:Bark)
USING INDEX p:Person(id)
WHERE l.id < $max AND l.id > $min
RETURN b.id AS id, l.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
