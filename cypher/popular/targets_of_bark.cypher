// The barks that a bark answers and quotes. $barkId → ids · index bark_id
MATCH (:Bark {id: $barkId})-[:REPLIES_TO|QUOTES]->(b:Bark)
RETURN b.id AS id
