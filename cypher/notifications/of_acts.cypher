// Acts of others on a person and their barks: likes, reactions, rebarks, follows, requests; the $limit nearest to
// $max, or to $min when $ascending. $personId, $max, $min, $ascending, $limit → alerts in that order · index person_id
MATCH (me:Person {id: $personId})
CALL (me) {
  MATCH (me)-[:BARKED]->(b:Bark)<-[l:LIKES]-(by:Person)
  WHERE l.id < $max AND l.id > $min AND by.id <> $personId
  RETURN l.id AS id, 'like' AS kind, by.id AS actorId, b.id AS barkId, null AS emoji
  UNION ALL
  MATCH (me)-[:BARKED]->(b:Bark)<-[:TO]-(r:Reaction)<-[x:REACTED]-(by:Person)
  WHERE x.id < $max AND x.id > $min AND by.id <> $personId
  RETURN x.id AS id, 'reaction' AS kind, by.id AS actorId, b.id AS barkId, r.emoji AS emoji
  UNION ALL
  MATCH (me)-[:BARKED]->(b:Bark)<-[:OF]-(r:Rebark)<-[:REBARKED]-(by:Person)
  WHERE r.id < $max AND r.id > $min AND by.id <> $personId
  RETURN r.id AS id, 'rebark' AS kind, by.id AS actorId, b.id AS barkId, null AS emoji
  UNION ALL
  MATCH (me)<-[f:FOLLOWS]-(by:Person) WHERE f.id < $max AND f.id > $min
  RETURN f.id AS id, 'follow' AS kind, by.id AS actorId, null AS barkId, null AS emoji
  UNION ALL
  MATCH (me)<-[a:REQUESTED_FOLLOW]-(by:Person) WHERE a.id < $max AND a.id > $min
  RETURN a.id AS id, 'ask' AS kind, by.id AS actorId, null AS barkId, null AS emoji
}
RETURN id, kind, actorId, barkId, emoji
ORDER BY CASE WHEN $ascending THEN id ELSE '' END, id DESC LIMIT $limit
