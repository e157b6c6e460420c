// The barks that a measure deletes and that are still there, with their author. $strikeId → one row each · index strike_id
MATCH (s:Strike {id: $strikeId})<-[:RECEIVED]-(p)
USING INDEX s:Strike(id)
WHERE s.measure = 'delete'
UNWIND s.barkIds AS barkId
MATCH (p)-[:BARKED]->(b:Bark {id: barkId})
USING INDEX b:Bark(id)
RETURN b.id AS id, p.id AS authorId
