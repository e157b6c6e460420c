// Votes in the poll of a bark, once per person: of several votes at once one counts, which its id tells apart. The same
// $key is the same vote. $viewerId, $id (of the bark), $voteId, $key (or null), $choices (places), $now (Unix ms)
// → 1 row with what became of it, none if there is no such poll · index bark_id, person_id
MATCH (v:Person {id: $viewerId})
MATCH (b:Bark {id: $id})<-[:BARKED]-(author:Person)
USING INDEX b:Bark(id)
MATCH (b)-[:ASKS]->(q:Poll)
WITH v, q, CASE
    WHEN author = v THEN 'own'
    WHEN EXISTS { (author)-[:BLOCKS]-(v) } THEN 'hidden'
    WHEN q.endsAt <= $now THEN 'ended'
    WHEN size($choices) > 1 AND NOT q.multiple THEN 'single'
    WHEN any(place IN $choices WHERE place >= COUNT { (q)-[:OFFERS]->() }) THEN 'unknown'
    ELSE 'open' END AS fate
FOREACH (_ IN CASE fate WHEN 'open' THEN [1] ELSE [] END |
  MERGE (v)-[x:VOTED]->(q) ON CREATE SET x.id = $voteId, x.key = $key, x.choices = $choices)
WITH v, q, fate
OPTIONAL MATCH (v)-[x:VOTED]->(q)
WITH v, q, CASE
    WHEN x IS NULL THEN fate
    WHEN x.id = $voteId THEN 'counted'
    WHEN x.key = $key THEN 'repeated'
    WHEN fate = 'open' THEN 'voted'
    ELSE fate END AS fate
CALL (v, q, fate) {
  WITH v, q, fate WHERE fate = 'counted'
  MATCH (q)-[:OFFERS]->(o:PollOption) WHERE o.place IN $choices
  MERGE (v)-[:CHOSE]->(o) }
RETURN fate
