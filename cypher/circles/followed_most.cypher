// The most followed of the people who barked last and whom the viewer may not know, for viewers who follow nobody.
// $viewerId, $now (ms), $among, $limit → ids · index person_id, bark_id, walked backwards
WITH $viewerId AS viewerId, $now AS now
// include circles/_near
WITH near
MATCH (b:Bark)
WHERE b.id > '0' AND b.audience = 'public'
WITH near, b ORDER BY b.id DESC LIMIT $among
MATCH (p:Person)-[:BARKED]->(b)
WITH DISTINCT near, p
WHERE p.discoverable AND NOT p IN near
RETURN p.id AS id
ORDER BY COUNT { (p)<-[:FOLLOWS]-() } DESC, id LIMIT $limit
