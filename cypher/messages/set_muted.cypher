// Mutes a conversation for one of its members, or ends that. $id, $accountId, $muted → 0..1 rows
// index conversation_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX c:Conversation(id)
WHERE a.id = $accountId AND t.state <> 'left'
SET t.muted = CASE WHEN $muted THEN true ELSE null END
RETURN c.id AS id
