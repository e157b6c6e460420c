// The newest barks of one author between two ids.
// $personId, $max, $min, $limit → ids, newest first · index bark_author_id, walked backwards
MATCH (b:Bark)
WHERE b.authorId = $personId AND b.id < $max AND b.id > $min
RETURN b.id AS id
ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
