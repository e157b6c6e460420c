// Unpins a bark. $viewerId, $id → 1 row, none if it is not theirs · index bark_id
MATCH (b:Bark {id: $id})<-[:BARKED]-(v:Person {id: $viewerId})
USING INDEX b:Bark(id)
OPTIONAL MATCH (v)-[e:PINNED]->(b)
WITH e, e IS NOT NULL AS changed
DELETE e
RETURN changed
