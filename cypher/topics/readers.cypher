// People who follow a topic of a public bark, but not its author, and who neither mute nor block one of $involved, nor are
// blocked by one, and whose Home shows it if it is a reply. $id (of the bark), $involved (ids of people), $now (ms) → ids · index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(author:Person)
MATCH (b)-[:TAGGED]->(:Topic)<-[:FOLLOWS_TOPIC]-(p:Person)
WHERE b.audience = 'public' AND p <> author AND NOT EXISTS { (p)-[:FOLLOWS]->(author) }
WITH DISTINCT p, $now AS now
WHERE NOT EXISTS { (p)-[:BLOCKS]-(x:Person) WHERE x.id IN $involved }
  AND NOT EXISTS { (p)-[m:MUTES]->(x:Person) WHERE x.id IN $involved AND coalesce(m.until, now + 1) > now }
OPTIONAL MATCH (b2:Bark {id: $id})-[:REPLIES_TO]->(:Bark)<-[:BARKED]-(answered:Person)
WITH p, answered
WHERE answered IS NULL OR coalesce(p.homeReplies, 'all') = 'all' OR answered = p
   OR EXISTS { (answered)-[:BARKED]->(:Bark {id: $id}) }
   OR (p.homeReplies = 'followed' AND EXISTS { (p)-[:FOLLOWS]->(answered) })
RETURN p.id AS id
