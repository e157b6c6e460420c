// Marks outbox entries as delivered. They are kept for a while, in case Redis loses their effects.
// $ids, $now (ms) → ids that existed · index outbox_id
UNWIND $ids AS id
MATCH (o:Outbox {id: id})
REMOVE o:Pending
SET o:Done, o.doneAt = $now
RETURN id
