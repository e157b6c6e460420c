// People who like a bark, latest first, without people across a block of the viewer. $id, $viewerId (or ""), $max, $min, $ascending, $limit
// → people with the like's id · index bark_id, person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (b:Bark {id: $id})<-[l:LIKES]-(p:Person)
USING INDEX b:Bark(id)
WHERE l.id < $max AND l.id > $min AND NOT p IN across
RETURN p.id AS id, l.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
