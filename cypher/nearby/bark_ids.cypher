// The newest public barks of some people between two ids.
// $authors, $max, $min, $limit → ids, newest first · index bark_author_id, once an author, in its order
// With _oldest, the same list from its lower end, oldest first.
UNWIND $authors AS author
CALL (author) {
  MATCH (b:Bark)
  WHERE b.authorId = author AND b.id < $max AND b.id > $min AND b.audience = 'public'
  RETURN b.id AS id
  ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
}
RETURN id
ORDER BY id DESC LIMIT $limit
