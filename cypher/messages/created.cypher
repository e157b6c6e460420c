// The conversation with an id, or of a pair of accounts, to tell a repeated creation from a second one.
// $id, $pair → 0..2 rows · index conversation_id, conversation_pair
CALL () {
  MATCH (c:Conversation {id: $id}) RETURN c
  UNION
  MATCH (c:Conversation {pair: $pair}) RETURN c
}
RETURN c.id AS id, c.origin AS origin
