// Like public_ids, but the barks directly above $min (paging towards newer ones).
// $max, $min, $limit → ids, oldest first · index bark_id
MATCH (b:Bark)
WHERE b.id < $max AND b.id > $min AND b.audience = 'public'
RETURN b.id AS id
ORDER BY b.id LIMIT $limit
