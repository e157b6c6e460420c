// Entries of the outbox that were delivered lately are to be delivered once more. $since (ms) → how many
// index outbox_done_at
MATCH (o:Done)
WHERE o.doneAt > $since
REMOVE o:Done
SET o:Pending, o.handedOverAt = 0
RETURN count(*) AS count
