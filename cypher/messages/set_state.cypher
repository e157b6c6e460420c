// Accepts or declines a conversation. $id, $accountId, $state → 0..1 rows
// index conversation_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX c:Conversation(id)
WHERE a.id = $accountId AND t.gone IS NULL AND t.state <> 'left'
// include leases/_lock c
SET t.state = CASE WHEN $state = 'declined' AND t.state = 'open' THEN 'open' ELSE $state END
RETURN c.id AS id
