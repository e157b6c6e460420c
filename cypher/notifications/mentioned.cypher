// The people mentioned by an edited bark, now or before, without its author: the alert's id (the bark's, or that of the
// edit that added the mention), and whether it still exists. The parent's author is left out, who gets a reply.
// $barkId → one row per person · index bark_id
MATCH (b:Bark {id: $barkId})-[m:MENTIONS|MENTIONED]->(p:Person)
USING INDEX b:Bark(id)
WHERE p.id <> b.authorId
RETURN p.id AS personId, coalesce(m.id, b.id) AS id,
       type(m) = 'MENTIONS' AND NOT (m.id IS NOT NULL AND EXISTS { (b)-[:REPLIES_TO]->(:Bark)<-[:BARKED]-(p) }) AS stands
