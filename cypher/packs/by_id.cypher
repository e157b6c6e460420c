// A starter pack; none to a viewer whom its maker blocks. $id, $viewerId (or "") → PackRow · index starter_pack_id, person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (s:StarterPack {id: $id})<-[:MADE_PACK]-(o:Person)
USING INDEX s:StarterPack(id)
WHERE NOT EXISTS { (o)-[:BLOCKS]->(v) }
RETURN
// include packs/_pack
AS pack
