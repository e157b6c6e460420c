// Accepts or declines a conversation. $id, $accountId, $state → 0..1 rows
// index conversation_id, key_account_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount {id: $accountId})
WHERE t.gone IS NULL AND t.state <> 'left'
// include leases/_lock c
SET t.state = CASE WHEN $state = 'declined' AND t.state = 'open' THEN 'open' ELSE $state END
RETURN c.id AS id
