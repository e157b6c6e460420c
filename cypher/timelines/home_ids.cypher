// The newest barks of a person and those they follow between two ids.
// $personId, $max, $min, $limit → ids, newest first · index bark_author_id, once an author, in its order
// With _oldest, the same list from its lower end, oldest first.
MATCH (v:Person {id: $personId})
CALL (v) { MATCH (v)-[:FOLLOWS]->(f:Person) RETURN f.id AS author UNION RETURN v.id AS author }
CALL (author) {
  MATCH (b:Bark)
  WHERE b.authorId = author AND b.id < $max AND b.id > $min
  RETURN b.id AS id, b.ofId AS of
  ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
}
RETURN id, of
ORDER BY id DESC LIMIT $limit
