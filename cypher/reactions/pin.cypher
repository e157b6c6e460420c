// Pins a person's own bark to their profile, at most $most. Locks the person, so that concurrent pins are counted.
// $viewerId, $id, $edgeId, $most → 1 row: pinned is false if there are too many already; none if it is not theirs
// index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(v:Person {id: $viewerId})
USING INDEX b:Bark(id)
// include leases/_lock v
WITH v, b, COUNT { (v)-[:PINNED]->() } AS pins, EXISTS { (v)-[:PINNED]->(b) } AS had
FOREACH (_ IN CASE WHEN had OR pins >= $most THEN [] ELSE [1] END | CREATE (v)-[:PINNED {id: $edgeId}]->(b))
RETURN had OR pins < $most AS pinned
