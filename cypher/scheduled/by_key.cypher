// The scheduled bark that a request with the same key made. $personId, $key → at most 1 row
// index person_id
MATCH (p:Person {id: $personId})-[:SCHEDULED]->(s)
USING INDEX p:Person(id)
WHERE s.key = $key
RETURN
// include scheduled/_row
