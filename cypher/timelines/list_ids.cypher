// The newest barks of the members of a list whom its owner still follows, between two ids. $personId (its owner), $listId,
// $max, $min, $limit → ids, newest first · index list_id; bark_author_id, once a member, in its order
// With _oldest, the same list from its lower end, oldest first.
MATCH (l:List {id: $listId})<-[:OWNS_LIST]-(owner:Person {id: $personId})
USING INDEX l:List(id)
MATCH (l)-[:LISTS]->(f:Person)
WHERE EXISTS { (owner)-[:FOLLOWS]->(f) }
WITH f.id AS author
CALL (author) {
  MATCH (b:Bark)
  WHERE b.authorId = author AND b.id < $max AND b.id > $min
  RETURN b.id AS id, b.ofId AS of
  ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
}
RETURN id, of
ORDER BY id DESC LIMIT $limit
