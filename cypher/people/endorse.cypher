// Features a followed person on the viewer's profile; idempotent.
// $viewerId, $personId, $id → 1 row, none if they do not follow them · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
WHERE EXISTS { (v)-[:FOLLOWS]->(p) }
MERGE (v)-[e:ENDORSES]->(p)
  ON CREATE SET e.id = $id
RETURN p.id AS id
