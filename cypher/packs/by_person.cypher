// The starter packs that a person made, the oldest first; none to a viewer whom they block.
// $personId, $viewerId (or "") → PackRow · index person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
MATCH (o:Person {id: $personId})
WHERE NOT EXISTS { (o)-[:BLOCKS]->(v) }
MATCH (o)-[:MADE_PACK]->(s:StarterPack)
RETURN
// include packs/_pack
AS pack
ORDER BY pack.id
