// The newest public barks of everybody between two ids; with $pictures, only those with pictures.
// $pictures, $max, $min, $limit → ids, newest first · index bark_id, walked backwards
// With _oldest, the same list from its lower end, oldest first.
MATCH (b:Bark)
WHERE b.id < $max AND b.id > $min AND b.audience = 'public'
  AND (NOT $pictures OR EXISTS { (b)-[:SHOWS]->() })
RETURN b.id AS id
ORDER BY b.id DESC LIMIT $limit
