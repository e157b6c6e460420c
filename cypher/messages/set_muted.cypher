// Mutes a conversation for one of its members, or ends that. $id, $accountId, $muted → 0..1 rows
// index conversation_id, key_account_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount {id: $accountId})
WHERE t.state <> 'left'
SET t.muted = CASE WHEN $muted THEN true ELSE null END
RETURN c.id AS id
