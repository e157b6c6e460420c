// People the viewer follows who follow each of these people, newest accounts first, without people whom the viewer mutes
// and people who hide whom they follow; nobody follows anybody across a block.
// $viewerId, $ids, $now (ms), $limit → up to $limit ids per person, and how many there are · index person_id
MATCH (v:Person {id: $viewerId})
WITH v, $now AS now
WITH v,
// include people/_hidden
AS hidden,
// include people/_across
AS across
UNWIND $ids AS id
MATCH (p:Person {id: id})
WHERE p <> v AND NOT p IN across
CALL (v, p, hidden) {
  MATCH (v)-[:FOLLOWS]->(f:Person)-[:FOLLOWS]->(p)
  WHERE NOT f IN hidden AND NOT coalesce(f.hideCollections, false)
  RETURN f.id AS follower ORDER BY follower DESC
}
WITH id, collect(follower) AS followers
RETURN id, followers[0..$limit] AS followers, size(followers) AS count
