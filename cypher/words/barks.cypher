// Barks whose stored words may be outdated, in the order of ids. $after (id), $limit
// → one row each · index bark_id
MATCH (b:Bark)
WHERE b.id > $after AND b.text IS NOT NULL
RETURN b.id AS id, b.text AS text, b.spoiler AS spoiler,
       [(b)-[:ASKS]->(:Poll)-[:OFFERS]->(o:PollOption) | o.title] AS options
ORDER BY b.id LIMIT $limit
