// Like home_ids, but the barks directly above $min (paging towards newer ones).
// $personId, $max, $min, $limit → ids, oldest first · index bark_author_id, once an author, in its order
MATCH (v:Person {id: $personId})
CALL (v) { MATCH (v)-[:FOLLOWS]->(f:Person) RETURN f.id AS author UNION RETURN v.id AS author }
CALL (author) {
  MATCH (b:Bark)
  WHERE b.authorId = author AND b.id < $max AND b.id > $min
  RETURN b.id AS id, b.ofId AS of
  ORDER BY b.authorId, b.id LIMIT $limit
}
RETURN id, of
ORDER BY id LIMIT $limit
