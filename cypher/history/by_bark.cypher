// All earlier versions of a bark, and what each version (also the current one) received. $id → 1 row · index bark_id
MATCH (b:Bark {id: $id})
CALL (b) {
  MATCH (b)<-[l:LIKES]-()
  WITH coalesce(l.version, 0) AS n, count(*) AS count
  RETURN collect({ n: n, count: count }) AS likes
}
CALL (b) {
  MATCH (b)<-[:TO]-(r:Reaction)<-[e:REACTED]-()
  WITH coalesce(e.version, 0) AS n, r.emoji AS emoji, count(*) AS count ORDER BY count DESC
  RETURN collect({ n: n, emoji: emoji, count: count }) AS reactions
}
CALL (b) {
  MATCH (b)<-[q:QUOTES]-(:Bark)
  WITH coalesce(q.version, 0) AS n, count(*) AS count
  RETURN collect({ n: n, count: count }) AS quotes
}
RETURN b.at AS at, likes, reactions, quotes, [(b)-[:WAS]->(v:Version) | v {
  .n, .at, .text, .spoiler, .sensitive, .language, media: [(v)-[s:SHOWS]->(m:Media) |
// include media/_media
], poll: head([(v)-[:ASKED]->(q:Poll) | { current: EXISTS { (v)<-[:WAS]-()-[:ASKS]->(q) }, row:
// include polls/_poll
}]) }] AS versions
