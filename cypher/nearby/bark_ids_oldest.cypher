// Like bark_ids, but the barks directly above $min (paging towards newer ones).
// $authors, $max, $min, $limit → ids, oldest first · index bark_author_id, once an author, in its order
UNWIND $authors AS author
CALL (author) {
  MATCH (b:Bark)
  WHERE b.authorId = author AND b.id < $max AND b.id > $min AND b.audience = 'public'
  RETURN b.id AS id
  ORDER BY b.authorId, b.id LIMIT $limit
}
RETURN id
ORDER BY id LIMIT $limit
