// Puts an outbox entry aside that cannot be delivered; an operator decides. $id, $reason → the id · index outbox_id
MATCH (o:Outbox {id: $id})
REMOVE o:Pending
SET o:Parked, o.reason = $reason
RETURN o.id AS id
