// Puts people into a person's own starter pack; idempotent. Left out are people who do not want to be suggested, who are
// across a block, or who left this pack. $personId, $id, $members [{id, edge}], $most (in all)
// → ids of those who are in it now · index starter_pack_id, person_id
MATCH (s:StarterPack {id: $id})<-[:MADE_PACK]-(o:Person {id: $personId})
USING INDEX s:StarterPack(id)
// include leases/_lock s
WITH s, o
UNWIND $members AS member
MATCH (m:Person {id: member.id})
USING INDEX m:Person(id)
WHERE m.discoverable AND NOT EXISTS { (m)-[:BLOCKS]-(o) } AND NOT EXISTS { (m)-[:LEFT_PACK]->(s) }
  AND (COUNT { (s)-[:INCLUDES]->() } + size($members) <= $most OR EXISTS { (s)-[:INCLUDES]->(m) })
MERGE (s)-[e:INCLUDES]->(m)
  ON CREATE SET e.id = member.edge
RETURN m.id AS id
