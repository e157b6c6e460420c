// A person's sharing state: their places by time, their recent moves, the last cell and when they last claimed it, when
// they joined, and the version of the state. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})-[:SHARES]->(h:Sharing)
RETURN h.moves AS moves, h.version AS version, p.at AS joinedAt, CASE WHEN h.place IS NULL THEN null ELSE h {
  latitude: h.place.latitude, longitude: h.place.longitude, .precision, .at
} END AS last, COLLECT {
  MATCH (p)-[:HAS_SPOT]->(s:Spot)
  RETURN s { latitude: s.point.latitude, longitude: s.point.longitude, .precision, .from, .until, .at } ORDER BY s.from
} AS spots
