// Creates a list of people; idempotent by its id. No row: they have $most lists already.
// $personId, $list {id, title, repliesPolicy, exclusive}, $most → 1 row ListRow · index person_id, list_id
MATCH (p:Person {id: $personId})
WHERE COUNT { (p)-[:OWNS_LIST]->() } < $most
MERGE (l:List {id: $list.id})
  ON CREATE SET l += $list
MERGE (p)-[:OWNS_LIST]->(l)
RETURN
// include lists/_list
AS list
