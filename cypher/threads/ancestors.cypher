// What a bark answers, what that answers, and so on to the first bark of the conversation.
// $id → one row a bark, the nearest first, deleted ones too · index bark_id
MATCH path = (:Bark {id: $id})-[:REPLIES_TO|ANSWERED*1..500]->(a:Bark)
RETURN a.id AS id, a:Deleted AS deleted
ORDER BY length(path)
