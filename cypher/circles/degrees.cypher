// The distance in follows from the viewer to each of these people, 1 to 4; no row for those further away.
// $viewerId, $ids, $now (ms) → ids and lengths · index person_id
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
UNWIND $ids AS id
MATCH (p:Person {id: id})
WHERE p <> v
// include circles/_chain
RETURN id, length(chain) AS degree
