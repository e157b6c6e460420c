// The town's latest texts, so that daily life does not repeat them. $count → newest first · index bark_id
MATCH (b:Bark)
WHERE b.id > '0' AND b.text IS NOT NULL
RETURN b.text AS text, b.at AS at
ORDER BY b.id DESC
LIMIT $count
