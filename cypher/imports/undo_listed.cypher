// Removes from a list whom an import added, if that is still the same entry. $personId, $listId, $id (of the entry)
// → 1 row if it was there · index list_id
MATCH (l:List {id: $listId})<-[:OWNS_LIST]-(owner:Person)
USING INDEX l:List(id)
WHERE owner.id = $personId
MATCH (l)-[e:LISTS]->(:Person)
WHERE e.id = $id
WITH e, l.id AS id
DELETE e
RETURN id
