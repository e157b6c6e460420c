// Takes a person out of somebody's starter pack for good; idempotent. $viewerId, $id → id of the pack; none if they were
// never in it · index starter_pack_id, person_id
MATCH (v:Person {id: $viewerId})
USING INDEX v:Person(id)
MATCH (s:StarterPack {id: $id})
USING INDEX s:StarterPack(id)
WHERE EXISTS { (s)-[:INCLUDES]->(v) } OR EXISTS { (v)-[:LEFT_PACK]->(s) }
MERGE (v)-[:LEFT_PACK]->(s)
WITH v, s
OPTIONAL MATCH (s)-[e:INCLUDES]->(v)
DELETE e
RETURN DISTINCT s.id AS id
