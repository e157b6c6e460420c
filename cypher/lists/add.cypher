// Adds people whom the owner follows to a list; idempotent. $personId, $id, $members [{id, edge}], $most (in all)
// → ids of those who are in it now · index list_id, person_id
MATCH (l:List {id: $id})<-[:OWNS_LIST]-(owner:Person {id: $personId})
USING INDEX l:List(id)
// include leases/_lock l
WITH l, owner
UNWIND $members AS member
MATCH (p:Person {id: member.id})
USING INDEX p:Person(id)
WHERE EXISTS { (owner)-[:FOLLOWS]->(p) }
WITH l, p, member
WHERE COUNT { (l)-[:LISTS]->() } + size($members) <= $most OR EXISTS { (l)-[:LISTS]->(p) }
MERGE (l)-[e:LISTS]->(p)
  ON CREATE SET e.id = member.edge
RETURN p.id AS id
