// A conversation of an account. $id, $accountId → 0..1 rows StoredConversation · index conversation_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX c:Conversation(id)
WHERE a.id = $accountId AND t.state <> 'left'
// include messages/_conversation
