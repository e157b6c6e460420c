// Changes who may quote a bark; null means everybody. $authorId, $id, $policy → id; no row: they have no such bark
// · index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId})
USING INDEX b:Bark(id)
SET b.quotePolicy = $policy
RETURN b.id AS id
