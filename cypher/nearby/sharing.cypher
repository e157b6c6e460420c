// Somebody's sharing: the places at which they are shown by time, when they moved lately, and the number of the state.
// $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})-[:SHARES]->(h:Sharing)
RETURN h.moves AS moves, h.version AS version, COLLECT {
  MATCH (p)-[:STANDS_AT]->(s:Spot)
  RETURN s { latitude: s.point.latitude, longitude: s.point.longitude, .precision, .from, .until, .at } ORDER BY s.from
} AS spots
