// Barks that quote a bark, newest first. $id, $max, $min, $ascending, $limit → their ids · index bark_id
MATCH (quoted:Bark {id: $id})<-[:QUOTES]-(b:Bark)
USING INDEX quoted:Bark(id)
WHERE b.id < $max AND b.id > $min
RETURN b.id AS id, b.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
