// Whether an id is that of a deleted bark. $id → 1 row if so · index bark_id
MATCH (b:Bark:Deleted {id: $id})
RETURN b.id AS id
