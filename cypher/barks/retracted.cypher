// What remains of a person's own deleted bark. $personId, $id → 1 row if it was theirs · index bark_id
MATCH (b:Bark {id: $id})<-[:RETRACTED]-(p:Person {id: $personId})
USING INDEX b:Bark(id)
RETURN b { .id, .at, text: '', audience: 'public', language: null } AS bark,
// include people/_person
AS author
