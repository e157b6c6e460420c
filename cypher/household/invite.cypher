// Invites a person to share one grid; idempotent. Rejected across a block, and with $most people or invitations.
// $viewerId, $personId, $most → 1 row with the outcome, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p, CASE
  WHEN EXISTS { (v)-[:BLOCKS]-(p) } THEN 'blocked'
  WHEN EXISTS { (v)-[:LIVES_IN]->(:Household)<-[:LIVES_IN]-(p) } THEN 'linked'
  WHEN COUNT { (v)-[:INVITED]->() } >= $most THEN 'full'
  ELSE 'invited' END AS outcome
FOREACH (_ IN CASE outcome WHEN 'invited' THEN [1] ELSE [] END | MERGE (v)-[:INVITED]->(p))
RETURN outcome
