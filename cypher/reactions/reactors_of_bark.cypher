// The reactions to a bark: for each emoji the number, and the last $limit people, without people across a block.
// $id, $viewerId (or ""), $limit → 1 row per emoji · index bark_id, person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (b:Bark {id: $id})<-[:TO]-(r:Reaction)
CALL (r, across) {
  MATCH (r)<-[e:REACTED]-(p:Person)
  WHERE NOT p IN across
  WITH p, e ORDER BY e.id DESC LIMIT $limit
  RETURN collect(p.id) AS people
}
RETURN r.emoji AS emoji, r.id AS id, COUNT { (r)<-[:REACTED]-() } AS count, people
ORDER BY id
