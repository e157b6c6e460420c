// The people four follows away, and how many of the third circle follow them; see second.
// $viewerId, $now, $cap, $most, $ways, $followers, $id, $limit → as second · index person_id
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
CALL (open) {
  UNWIND open[0..$cap] AS f
  CALL (f) { MATCH (f)-[:FOLLOWS]->(p) RETURN p LIMIT $most }
  RETURN [p IN collect(DISTINCT p) WHERE p:Person] AS second
}
WITH first, near + second AS near, open[0..$cap] AS through,
     [f IN second WHERE NOT f IN near AND NOT coalesce(f.hideCollections, false)] AS behind
CALL (behind) {
  UNWIND behind[0..$cap] AS f CALL (f) { MATCH (f)-[:FOLLOWS]->(p) RETURN p LIMIT $most }
  RETURN [p IN collect(DISTINCT p) WHERE p:Person] AS third
}
WITH first, near + third AS near, through, behind, third, [] AS friends,
     [f IN third WHERE NOT f IN near AND NOT coalesce(f.hideCollections, false)][0..$cap] AS walked
WITH first, near, friends, walked, size(first) > $cap OR size(behind) > $cap OR size(third) > $cap OR
     any(f IN through + behind[0..$cap] + walked WHERE COUNT { (f)-[:FOLLOWS]->() } > $most) AS sampled
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
