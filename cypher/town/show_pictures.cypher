// Adds pictures to old barks of the demo town, one each. $rows [{id (bark), media {id, ownerId, key, …}}]
// → 1 row with their number · index bark_id
UNWIND $rows AS row
MATCH (b:Bark {id: row.id})
CREATE (b)-[:SHOWS {order: 0}]->(m:Media)
SET m = row.media
RETURN count(m) AS made
