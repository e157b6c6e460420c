// The people who are told the result of a poll: its author and those who voted. $barkId → one row each · index bark_id
MATCH (b:Bark {id: $barkId})-[:ASKS]->(q:Poll)<-[:VOTED|POLLS]-(p:Person)
USING INDEX b:Bark(id)
WHERE q.endId IS NOT NULL
RETURN p.id AS personId, q.endId AS id, 'poll' AS kind, b.authorId AS actorId, b.id AS barkId, null AS emoji
