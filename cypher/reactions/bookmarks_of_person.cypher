// Barks that a person bookmarked, last first. $personId, $max, $min, $ascending, $limit → their ids with the bookmark's · index person_id
MATCH (p:Person {id: $personId})-[e:BOOKMARKED]->(b:Bark)
USING INDEX p:Person(id)
WHERE e.id < $max AND e.id > $min
RETURN b.id AS id, e.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
