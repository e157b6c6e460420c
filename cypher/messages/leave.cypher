// Takes a conversation off a member's list: one whose devices were removed, who declined it, or who is alone in it; nobody
// is told. Their devices get nothing more. The last member takes it with them.
// $id, $accountId → 0..1 rows: whether it was left · index conversation_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX c:Conversation(id)
WHERE a.id = $accountId
// include leases/_lock c
WITH c, t, t.gone IS NOT NULL OR t.state IN ['declined', 'left']
  OR NOT EXISTS { (c)<-[x:TAKES_PART]-(o) WHERE x.gone IS NULL AND o.id <> $accountId } AS may
CALL (c, may) {
  UNWIND CASE WHEN may THEN [1] ELSE [] END AS _
  MATCH (c)-[:INCLUDES]->(m) WHERE m.device STARTS WITH $accountId
  SET m.idle = true }
FOREACH (_ IN CASE WHEN may AND t.gone IS NULL THEN [1] ELSE [] END | SET t.state = 'left')
FOREACH (_ IN CASE WHEN may AND t.gone IS NOT NULL THEN [1] ELSE [] END | DELETE t)
WITH c, may, c.id AS id
CALL (c, may) {
  WITH c, may WHERE may AND NOT EXISTS { (c)<-[x:TAKES_PART]-() WHERE x.state <> 'left' }
// include messages/_delete
}
RETURN id, may
