// Adds a bark to a person's filter, unless $most are in their filters; idempotent. $personId, $filterId,
// $barkId, $id (of the entry), $most → the entry's id, null if there are too many, no row if either is missing
// index person_id, bark_id
MATCH (v:Person {id: $personId})-[:FILTERS]->(f:Filter {id: $filterId})
USING INDEX v:Person(id)
MATCH (b:Bark {id: $barkId})
// Of two at once the second counts the bark of the first.
// include leases/_lock v
WITH v, f, b, COUNT { (v)-[:FILTERS]->(:Filter)-[:MATCHES]->(:Bark) } AS had
FOREACH (_ IN CASE WHEN had < $most THEN [1] ELSE [] END | MERGE (f)-[c:MATCHES]->(b) ON CREATE SET c.id = $id)
RETURN head([(f)-[c:MATCHES]->(b) | c.id]) AS id
