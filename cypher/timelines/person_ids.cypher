// The newest of one author's barks and rebarks between two ids. $replies: 'all', 'none' (but to oneself) or 'only'.
// $personId, $max, $min, $limit, $replies, $rebarks, $pictures, $topic ('' for all) → ids, newest first
// index bark_author_id, walked backwards
// With _oldest, the same list from its lower end, oldest first.
MATCH (b:Bark)
WHERE b.authorId = $personId AND b.id < $max AND b.id > $min
  AND ($rebarks OR NOT b:Rebark)
  AND (NOT $pictures OR EXISTS { (b)-[:SHOWS]->() })
  AND ($replies = 'all' OR ($replies = 'only') = EXISTS {
    MATCH (b)-[:REPLIES_TO|ANSWERED]->(to:Bark) WHERE coalesce(to.authorId, '') <> $personId })
  AND ($topic = '' OR EXISTS { (b)-[:TAGGED]->(:Topic {name: $topic}) })
RETURN b.id AS id, b.ofId AS of
ORDER BY b.authorId DESC, b.id DESC LIMIT $limit
