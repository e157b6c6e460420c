// Makes recently delivered outbox entries pending again. $since (ms) → how many
// index outbox_done_at
MATCH (o:Done)
WHERE o.doneAt > $since
REMOVE o:Done
SET o:Pending, o.handedOverAt = 0
RETURN count(*) AS count
