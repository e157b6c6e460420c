// What others did to a person and their barks: likes, reactions, rebarks, follows, requests between two ids.
// $personId, $max, $min, $limit → alerts, newest first · index person_id, and in its order likes_author_id,
// reacted_author_id, rebark_of_author_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (me:Person {id: $personId})
CALL (me) {
  MATCH (by:Person)-[l:LIKES]->(b:Bark) USING INDEX SEEK l:LIKES(authorId, id)
  WHERE l.authorId = $personId AND l.id < $max AND l.id > $min AND by <> me AND NOT b:Deleted
  RETURN l.id AS id, 'like' AS kind, by.id AS actorId, b.id AS barkId, null AS emoji
  ORDER BY l.authorId DESC, l.id DESC LIMIT $limit
  UNION ALL
  MATCH (by:Person)-[x:REACTED]->(r:Reaction)-[:TO]->(b:Bark) USING INDEX SEEK x:REACTED(authorId, id)
  WHERE x.authorId = $personId AND x.id < $max AND x.id > $min AND by <> me AND NOT b:Deleted
  RETURN x.id AS id, 'reaction' AS kind, by.id AS actorId, b.id AS barkId, r.emoji AS emoji
  ORDER BY x.authorId DESC, x.id DESC LIMIT $limit
  UNION ALL
  MATCH (by:Person)-[:REBARKED]->(r:Rebark) USING INDEX SEEK r:Rebark(ofAuthorId, id)
  WHERE r.ofAuthorId = $personId AND r.id < $max AND r.id > $min AND by <> me AND EXISTS { (r)-[:OF]->(:Bark&!Deleted) }
  RETURN r.id AS id, 'rebark' AS kind, by.id AS actorId, r.ofId AS barkId, null AS emoji
  ORDER BY r.ofAuthorId DESC, r.id DESC LIMIT $limit
  UNION ALL
  MATCH (me)<-[f:FOLLOWS|REQUESTED_FOLLOW]-(by:Person) WHERE f.id < $max AND f.id > $min
  RETURN f.id AS id, CASE type(f) WHEN 'FOLLOWS' THEN 'follow' ELSE 'ask' END AS kind, by.id AS actorId,
         null AS barkId, null AS emoji
  ORDER BY f.id DESC LIMIT $limit
}
RETURN id, kind, actorId, barkId, emoji
ORDER BY id DESC LIMIT $limit
