// Accepts an invitation of $personId: both then share the grid of the household they have, or of a new one ($id).
// A person whose grid changes must not have changed it since $since; their shared places end.
// $viewerId, $personId, $id, $at, $since (ms), $most → 1 row with the outcome, none if not invited · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
MATCH (p)-[i:INVITED]->(v)
OPTIONAL MATCH (p)-[:LIVES_IN]->(known:Household)
WITH v, p, i, known, [v] + CASE WHEN known IS NULL THEN [p] ELSE [] END AS changing
WITH v, p, i, known, changing, CASE
  WHEN EXISTS { (v)-[:LIVES_IN]->(:Household) } THEN 'linked'
  WHEN any(x IN changing WHERE x.linkedAt > $since) THEN 'too_soon'
  WHEN COUNT { (known)<-[:LIVES_IN]-() } >= $most THEN 'full'
  ELSE 'joined' END AS outcome
CALL (v, p, i, known, changing, outcome) {
  WITH v, p, i, known, changing WHERE outcome = 'joined'
  DELETE i
  FOREACH (_ IN CASE WHEN known IS NULL THEN [1] ELSE [] END | CREATE (p)-[:LIVES_IN]->(:Household {id: $id}))
  WITH v, p, changing
  MATCH (p)-[:LIVES_IN]->(h:Household)
  MERGE (v)-[:LIVES_IN]->(h)
  FOREACH (x IN changing | SET x.linkedAt = $at)
  WITH changing UNWIND changing AS x
  OPTIONAL MATCH (x)-[:HAS_SPOT]->(s:Spot) DETACH DELETE s
}
RETURN outcome
