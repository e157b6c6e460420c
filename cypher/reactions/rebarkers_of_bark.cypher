// Who passed a bark on, last first. $id, $max, $min, $ascending, $limit → people with the rebark's id · index bark_id
MATCH (b:Bark {id: $id})<-[:OF]-(r:Rebark)<-[:REBARKED]-(p:Person)
USING INDEX b:Bark(id)
WHERE r.id < $max AND r.id > $min
RETURN p.id AS id, r.id AS edge
ORDER BY CASE WHEN $ascending THEN edge END, edge DESC LIMIT $limit
