// Parks an outbox entry that cannot be delivered, for an operator. $id, $reason → the id · index outbox_id
MATCH (o:Outbox {id: $id})
REMOVE o:Pending
SET o:Parked, o.reason = $reason
RETURN o.id AS id
