// People by words (Lucene, from rules.ts), of which person_words returns the $most best: people the viewer follows
// first, then people whom these follow, then others, without people across a block. The follows of people with thousands
// of followers are not expanded. $viewerId ("" when signed out), $prefix, $words, $limit → ids · index person_id
OPTIONAL MATCH (v:Person {id: $viewerId})
WITH v,
// include people/_across
AS across
CALL db.index.fulltext.queryNodes('person_words', $words, {limit: $most}) YIELD node AS p, score
WHERE p.discoverable AND NOT p IN across
WITH v, p, score, p.handleKey STARTS WITH $prefix AS begins, COUNT { (p)<-[:FOLLOWS]-() } AS followers
ORDER BY score DESC, begins DESC, followers DESC, p.id LIMIT $limit
WITH p, score, begins, followers, CASE
  WHEN EXISTS { (v)-[:FOLLOWS]->(p) } THEN 2
  WHEN followers < 2000 AND EXISTS { (v)-[:FOLLOWS]->(:Person)-[:FOLLOWS]->(p) } THEN 1 ELSE 0 END AS near
RETURN p.id AS id
ORDER BY near DESC, score DESC, begins DESC, followers DESC, id
