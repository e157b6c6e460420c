// Ends outbox entries whose effects have all happened. They are kept a little, in case Redis forgets the effects.
// $ids, $now (ms) → ids that were there · index outbox_id
UNWIND $ids AS id
MATCH (o:Outbox {id: id})
REMOVE o:Pending
SET o:Done, o.doneAt = $now
RETURN id
