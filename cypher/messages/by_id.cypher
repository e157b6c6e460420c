// A conversation of an account. $id, $accountId → 0..1 rows StoredConversation · index key_account_id, conversation_id
MATCH (c:Conversation {id: $id})<-[t:TAKES_PART]-(a:KeyAccount {id: $accountId})
WHERE t.state <> 'left'
// include messages/_conversation
