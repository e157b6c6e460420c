// Whether an id was a bark that its author took back. $id → 1 row if so · index bark_id
MATCH (b:Bark:Deleted {id: $id})
RETURN b.id AS id
