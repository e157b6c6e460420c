// Outbox entries that were not enqueued for too long, oldest first; marks them as enqueued now.
// Selected by state, not by "above the last id", because commits do not become visible in the order of ids.
// $before, $again, $now (ms), $limit → one row per entry · label Pending
MATCH (o:Pending)
WHERE o.at < $before AND coalesce(o.handedOverAt, 0) < $again
WITH o ORDER BY o.at LIMIT $limit
SET o.handedOverAt = $now
RETURN o.id AS outboxId, o.kind AS kind, o.actorId AS actorId, o.subjectId AS subjectId,
       o.of AS of, o.after AS after, o.quoted AS quoted, o.undoes AS undoes, o.emoji AS emoji,
       o.audience AS audience, o.topics AS topics
