// A bark that its author took back: what is left of it. $personId, $id → 1 row if it was theirs · index bark_id
MATCH (b:Bark {id: $id})<-[:RETRACTED]-(p:Person {id: $personId})
USING INDEX b:Bark(id)
RETURN b { .id, .at, text: '', audience: 'public', language: null } AS bark,
// include people/_person
AS author
