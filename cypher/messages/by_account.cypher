// The conversations of an account, newest first. $accountId, $limit → ConversationRows · index key_account_id
MATCH (a:KeyAccount {id: $accountId})-[t:TAKES_PART]->(c:Conversation)
WHERE t.state <> 'left'
WITH c, t ORDER BY c.at DESC, c.id LIMIT $limit
// include messages/_conversation
