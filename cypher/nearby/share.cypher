// Replaces the places at which a person is shown, if nothing changed since they were read. The last one is stored as
// long as moves are.
// $personId, $version (0: never shared), $spots [{latitude, longitude, precision, from, until, at}], $shuffleKey, $moves, $until
// (ms: when the state expires) → 1 row, none if something changed · index person_id, sharing_person
MATCH (p:Person {id: $personId})
MERGE (h:Sharing {personId: $personId})
MERGE (p)-[:SHARES]->(h)
// include leases/_lock h
WITH p, h WHERE coalesce(h.version, 0) = $version
SET h.version = $version + 1, h.moves = $moves, h.until = $until
WITH p, h, last($spots) AS mine
SET h.place = point({latitude: mine.latitude, longitude: mine.longitude}), h.precision = mine.precision, h.at = mine.at
WITH p
CALL (p) { MATCH (p)-[:HAS_SPOT]->(before:Spot) DETACH DELETE before }
UNWIND $spots AS spot
CREATE (p)-[:HAS_SPOT]->(s:Spot {point: point({latitude: spot.latitude, longitude: spot.longitude}),
  precision: spot.precision, from: spot.from, until: spot.until, at: spot.at, shuffleKey: $shuffleKey})
RETURN count(s) AS count
