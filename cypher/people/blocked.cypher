// The people somebody blocks, latest block first.
// $personId, $max, $min (ids of blocks), $limit → ids of blocks and people · index person_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (v:Person {id: $personId})-[b:BLOCKS]->(p:Person)
USING INDEX v:Person(id)
WHERE b.id < $max AND b.id > $min
RETURN b.id AS edge, p.id AS id, null AS until
ORDER BY edge DESC LIMIT $limit
