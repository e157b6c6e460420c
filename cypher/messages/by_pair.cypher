// The direct conversation of two accounts, and the state that one of them gave it. $pair, $accountId → 0..1 rows
// index conversation_pair
MATCH (c:Conversation {pair: $pair})<-[t:TAKES_PART]-(a:KeyAccount)
USING INDEX c:Conversation(pair)
WHERE a.id = $accountId
RETURN c.id AS id, t.state AS state
