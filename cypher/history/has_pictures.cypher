// The pictures of a bark, now and in earlier versions. $id → one row per picture · index bark_id
MATCH (b:Bark {id: $id})
MATCH (b)-[:WAS*0..1]->()-[:SHOWS]->(m:Media)
RETURN DISTINCT m.id AS id
