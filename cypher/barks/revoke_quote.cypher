// Takes a bark out of one that quotes it: the quote stays as a revoked one, which no list or counter includes. Idempotent.
// $authorId (of the quoted bark), $id, $quotingId → id of the quoting bark; no row: there is no such quote
// · index bark_id
MATCH (b:Bark {id: $quotingId})
// Of two concurrent calls, the second finds the quote revoked.
// include leases/_lock b
WITH b
MATCH (b)-[q:QUOTES|REVOKED_QUOTE]->(quoted:Bark {id: $id})<-[:BARKED]-(:Person {id: $authorId})
FOREACH (_ IN CASE type(q) WHEN 'QUOTES' THEN [1] ELSE [] END |
  CREATE (b)-[:REVOKED_QUOTE {version: q.version}]->(quoted)
  DELETE q)
RETURN b.id AS id
