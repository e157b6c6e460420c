// Who gave a bark which emoji: of each emoji how many, and the last $limit people. $id, $limit → 1 row an emoji
// index bark_id
MATCH (b:Bark {id: $id})<-[:TO]-(r:Reaction)
CALL (r) {
  MATCH (r)<-[e:REACTED]-(p:Person)
  WITH p, e ORDER BY e.id DESC LIMIT $limit
  RETURN collect(p.id) AS people
}
RETURN r.emoji AS emoji, r.id AS id, COUNT { (r)<-[:REACTED]-() } AS count, people
ORDER BY id
