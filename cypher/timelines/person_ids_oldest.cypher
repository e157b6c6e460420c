// Like person_ids, but the barks directly above $min (paging towards newer ones).
// $personId, $max, $min, $limit, $replies, $rebarks, $pictures, $topic → ids, oldest first · index bark_author_id
MATCH (b:Bark)
WHERE b.authorId = $personId AND b.id < $max AND b.id > $min
  AND ($rebarks OR NOT b:Rebark)
  AND (NOT $pictures OR EXISTS { (b)-[:SHOWS]->() })
  AND ($replies = 'all' OR ($replies = 'only') = EXISTS {
    MATCH (b)-[:REPLIES_TO|ANSWERED]->(to:Bark) WHERE coalesce(to.authorId, '') <> $personId })
  AND ($topic = '' OR EXISTS { (b)-[:TAGGED]->(:Topic {name: $topic}) })
RETURN b.id AS id, b.ofId AS of
ORDER BY b.authorId, b.id LIMIT $limit
