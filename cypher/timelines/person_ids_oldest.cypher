// As person_ids, but the barks right above $min (paging towards newer ones).
// $personId, $max, $min, $limit → ids, oldest first · index bark_author_id
MATCH (b:Bark)
WHERE b.authorId = $personId AND b.id < $max AND b.id > $min
RETURN b.id AS id
ORDER BY b.authorId, b.id LIMIT $limit
