// The people followed by people the viewer follows, and by how many: a page after ($ways, $followers, $id). People who
// hide whom they follow lead to nobody. At most $cap people in between and $most follows of each are expanded.
// $viewerId, $now, $limit → ids with counts and three known followers · index person_id
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
WITH v, first, near, open[0..$cap] AS walked
WITH first, near, walked, [f IN walked WHERE EXISTS { (f)-[:FOLLOWS]->(v) }] AS friends,
     size(first) > $cap OR any(f IN walked WHERE COUNT { (f)-[:FOLLOWS]->() } > $most) AS sampled
CALL (walked) {
  UNWIND walked AS f
  CALL (f) { MATCH (f)-[:FOLLOWS]->(p) RETURN p LIMIT $most }
  RETURN p, count(*) AS ways, collect(f) AS between
}
WITH *, $ways AS before, $limit AS page
// include circles/_order
WHERE ways < $ways OR followers > $followers OR (followers = $followers AND p.id > $id)
ORDER BY ways DESC, followers, p.id LIMIT $limit
// include circles/_row
