// Barks that were liked lately. $after (an id), $limit → ids of likes with their barks, in the order of likes
// index likes_id
MATCH ()-[l:LIKES]->(b:Bark)
USING INDEX l:LIKES(id)
WHERE l.id > $after
RETURN l.id AS id, b.id AS barkId
ORDER BY l.id LIMIT $limit
