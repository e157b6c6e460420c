// The person with a handle, also a former one that still leads to them. $handleKey, $now → 0..1 rows
// index person_handle, former_handle
CALL () {
  MATCH (p:Person {handleKey: $handleKey}) RETURN p.id AS id
  UNION
  MATCH (f:FormerHandle {key: $handleKey})-[:LEADS_TO]->(p:Person) WHERE f.until >= $now RETURN p.id AS id
}
RETURN id
