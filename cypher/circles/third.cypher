// The people three follows away, and how many of the second circle follow them: a page after ($ways, $followers,
// $id). As in second, $cap and $most limit each circle. $viewerId, $now, $limit → as second · index person_id
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
CALL (open) {
  UNWIND open[0..$cap] AS f
  CALL (f) { MATCH (f)-[:FOLLOWS]->(p) RETURN p LIMIT $most }
  RETURN [p IN collect(DISTINCT p) WHERE p:Person] AS second
}
WITH first, near + second AS near, open[0..$cap] AS through,
     [f IN second WHERE NOT f IN near AND NOT coalesce(f.hideCollections, false)] AS behind
WITH first, near, behind[0..$cap] AS walked, [] AS friends, size(first) > $cap OR size(behind) > $cap OR
     any(f IN through + behind[0..$cap] WHERE COUNT { (f)-[:FOLLOWS]->() } > $most) AS sampled
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
