// The ancestors of a bark, up to the first bark of the conversation.
// $id → one row per bark, the nearest first, including deleted ones · index bark_id
MATCH path = (:Bark {id: $id})-[:REPLIES_TO|ANSWERED*1..500]->(a:Bark)
RETURN a.id AS id, a:Deleted AS deleted
ORDER BY length(path)
