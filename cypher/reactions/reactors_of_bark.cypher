// Who gave a bark which emoji: of each emoji how many, and the last $limit people, nobody across a block of the viewer.
// $id, $viewerId (or ""), $limit → 1 row an emoji · index bark_id, person_id
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
