// Who of those the viewer follows follows somebody too, newest accounts first. Whom the viewer mutes or who blocks
// them is left out. $viewerId, $ids, $limit → up to $limit ids a person, and how many there are · index person_id
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
WHERE p <> v
CALL (v, p) {
  MATCH (v)-[:FOLLOWS]->(f:Person)-[:FOLLOWS]->(p)
  WHERE NOT EXISTS { (v)-[:MUTES|BLOCKS]->(f) } AND NOT EXISTS { (f)-[:BLOCKS]->(v) }
  RETURN f.id AS follower ORDER BY follower DESC
}
WITH id, collect(follower) AS followers
RETURN id, followers[0..$limit] AS followers, size(followers) AS count
