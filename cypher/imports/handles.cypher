// The people with handles, also former ones that still lead to them. $keys, $now (Unix ms) → rows of key and id
// index person_handle, former_handle
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Person {handleKey: key}) RETURN p.id AS id
  UNION
  MATCH (f:FormerHandle {key: key})-[:LEADS_TO]->(p:Person)
  USING INDEX f:FormerHandle(key)
  WHERE f.until >= $now
  RETURN p.id AS id
}
RETURN key, id
