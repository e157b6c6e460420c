// The members of a person's own list whom they still follow, latest first. $personId, $id, $max, $min (ids of the entries),
// $limit → ids of entries and people · index list_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (l:List {id: $id})<-[:OWNS_LIST]-(owner:Person {id: $personId})
USING INDEX l:List(id)
MATCH (l)-[e:LISTS]->(p:Person)
WHERE e.id < $max AND e.id > $min AND EXISTS { (owner)-[:FOLLOWS]->(p) }
RETURN e.id AS edge, p.id AS id
ORDER BY edge DESC LIMIT $limit
