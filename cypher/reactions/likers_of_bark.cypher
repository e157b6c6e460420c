// Who likes a bark, last first. $id, $max, $min, $ascending, $limit → people with the like's id · index bark_id
MATCH (b:Bark {id: $id})<-[l:LIKES]-(p:Person)
USING INDEX b:Bark(id)
WHERE l.id < $max AND l.id > $min
RETURN p.id AS id, l.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
