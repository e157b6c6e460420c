// Barks that got reactions lately. $after (an id), $limit → ids of reactions with their barks, in their order
// index reacted_id
MATCH ()-[x:REACTED]->(r:Reaction)
USING INDEX x:REACTED(id)
WHERE x.id > $after
WITH x.id AS id, r ORDER BY id LIMIT $limit
MATCH (r)-[:TO]->(b:Bark)
RETURN id, b.id AS barkId
ORDER BY id
