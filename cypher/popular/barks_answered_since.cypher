// Barks that were answered, quoted or rebarked lately. $after (an id), $limit → ids of answers with their barks
// index bark_id
MATCH (a:Bark)
WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $limit
OPTIONAL MATCH (a)-[:REPLIES_TO|QUOTES|OF]->(b:Bark)
RETURN a.id AS id, b.id AS barkId
ORDER BY id
