// People shown within $radius (m) of $latitude, $longitude ($precision km), sorted by bands, which end at $edges
// (m), then by shuffleKey × $stride + $start mod $modulus (or by distance if $stride is null). Only bands up to
// $last, after ($band, $rank, $id). None across a block of $viewerId (or ""), none muted at $now.
// $limit → ids, bands, ranks, coarser precisions · index person_id, spot_point
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v, $now AS now
WITH point({latitude: $latitude, longitude: $longitude}) AS here,
// include people/_hidden
AS hidden
MATCH (s:Spot)
USING POINT INDEX s:Spot(point)
WHERE point.distance(s.point, here) < $radius
WITH s, hidden, point.distance(s.point, here) AS away,
     CASE WHEN s.precision > $precision THEN s.precision ELSE $precision END AS coarsest
WHERE s.from <= $now AND s.until > $now
WITH s, hidden, coarsest, coalesce((s.shuffleKey * $stride + $start) % $modulus, away) AS rank,
     size([edge IN $edges WHERE edge <= away OR edge < coarsest * 1000]) AS band
WHERE band <= $last AND (band > $band OR (band = $band AND rank >= $rank))
MATCH (s)<-[:HAS_SPOT]-(p:Person)
WHERE p.id <> $viewerId AND NOT p IN hidden AND (band > $band OR rank > $rank OR p.id > $id)
RETURN p.id AS id, band, rank, coarsest
ORDER BY band, rank, id LIMIT $limit
