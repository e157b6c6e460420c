// Ends outbox entries whose effects have all happened. $ids → ids that were there · index outbox_id
UNWIND $ids AS id
MATCH (o:Outbox {id: id})
DELETE o
RETURN id
