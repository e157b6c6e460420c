// The newest public barks since an id, for counting their terms.
// $floor, $limit → {id, author, text, language, answers}, newest first · index bark_id, walked backwards
MATCH (b:Bark)
WHERE b.id > $floor AND b.audience = 'public'
RETURN b.id AS id, b.authorId AS author, coalesce(b.text, '') AS text, b.language AS language,
       EXISTS { (b)-[:REPLIES_TO]->() } AS answers
ORDER BY b.id DESC LIMIT $limit
