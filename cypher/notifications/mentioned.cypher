// Who is or was mentioned by a bark that was edited, its author apart: with which alert (the bark's id, or that of the
// edit that added it), and whether it stands; whom the bark answers hears of it as that already.
// $barkId → one row a person · index bark_id
MATCH (b:Bark {id: $barkId})-[m:MENTIONS|MENTIONED]->(p:Person)
USING INDEX b:Bark(id)
WHERE p.id <> b.authorId
RETURN p.id AS personId, coalesce(m.id, b.id) AS id,
       type(m) = 'MENTIONS' AND NOT (m.id IS NOT NULL AND EXISTS { (b)-[:REPLIES_TO]->(:Bark)<-[:BARKED]-(p) }) AS stands
