// A viewer's own likes, rebarks and so on of barks. $viewerId, $ids → one row per bark · index bark_id, person_id, rebark_pair
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (b:Bark {id: id})
OPTIONAL MATCH (rebark:Rebark {pair: $viewerId + ' ' + id})
CALL (v, b) { OPTIONAL MATCH (v)-[l:LIKES]->(b) RETURN l.version AS likedVersion }
CALL (v, b) {
  MATCH (b)<-[:TO]-(r:Reaction)
  WHERE EXISTS { (v)-[:REACTED]->(r) }
  RETURN collect(r.emoji) AS reactions
}
CALL (v, b) { OPTIONAL MATCH (b)-[:ASKS]->(q:Poll) WITH v, q OPTIONAL MATCH (v)-[x:VOTED]->(q) RETURN x.choices AS votes }
RETURN id, likedVersion, reactions, votes,
       rebark IS NOT NULL AS rebarked,
       EXISTS { (v)-[:BOOKMARKED]->(b) } AS bookmarked,
       EXISTS { (v)-[:PINNED]->(b) } AS pinned,
       EXISTS { (v)-[:MUTES_THREAD]->(:Bark {id: b.thread}) } AS threadMuted
