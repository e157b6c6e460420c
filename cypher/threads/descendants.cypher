// The descendants of a bark, oldest first, with their parents; including deleted ones.
// $id, $limit → one row per reply · index bark_id
MATCH (:Bark {id: $id})<-[:REPLIES_TO|ANSWERED*0..60]-(parent:Bark)<-[:REPLIES_TO|ANSWERED]-(reply:Bark)
RETURN reply.id AS id, parent.id AS parentId, reply:Deleted AS deleted
ORDER BY id LIMIT $limit
