// Deletes a list that an import created, unless somebody is on it now. $personId, $listId → 1 row if it was deleted
// index list_id
MATCH (l:List {id: $listId})<-[:OWNS_LIST]-(owner:Person)
USING INDEX l:List(id)
WHERE owner.id = $personId
// include leases/_lock l
WITH l, l.id AS id WHERE NOT EXISTS { (l)-[:LISTS]->() }
DETACH DELETE l
RETURN id
