// A conversation with a message for a person that none of their devices has acknowledged. $personId → 0..1 rows
// index person_id, membership_key
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(a:KeyAccount)-[t:TAKES_PART]->(c:Conversation)
WHERE t.newest IS NOT NULL AND t.state = 'open' AND NOT coalesce(t.muted, false) AND t.gone IS NULL
CALL (a, c) {
  MATCH (a)-[:HAS_DEVICE]->(d:KeyDevice)
  MATCH (m:Membership {key: c.id + ' ' + d.key})
  RETURN max(m.acked) AS acked
}
WITH c, t, acked WHERE t.newest > coalesce(acked, 0)
RETURN c.id AS id LIMIT 1
