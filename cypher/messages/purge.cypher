// Takes an account that is purged out of some of its conversations: its devices get nothing more, and stay in the groups
// until others remove them. The last member takes a conversation with them. $accountId, $limit → how many
// index key_account_id
MATCH (a:KeyAccount {id: $accountId})-[t:TAKES_PART]->(c:Conversation)
WITH a, t, c LIMIT $limit
DELETE t
WITH a, c
CALL (a, c) {
  MATCH (c)-[:INCLUDES]->(m) WHERE m.device STARTS WITH a.id
  SET m.idle = true }
CALL (c) {
  WITH c WHERE NOT EXISTS { (c)<-[x:TAKES_PART]-() WHERE x.state <> 'left' }
// include messages/_delete
}
RETURN count(*) AS count
