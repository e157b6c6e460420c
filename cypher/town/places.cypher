// The places that people share now, latest first, so that the demo town can surround its visitors.
// $now (ms) → ids and stored points · index spot_until
MATCH (s:Spot)<-[:HAS_SPOT]-(p:Person)
USING INDEX s:Spot(until)
WHERE s.until > $now AND s.from <= $now
RETURN p.id AS id, s.point.latitude AS latitude, s.point.longitude AS longitude
ORDER BY coalesce(s.at, 0) DESC
