// Outbox entries that nobody has handed over for too long, oldest first; marks them as handed over now.
// Chosen by state, never by "above the last number": commits do not appear in the order of their numbers.
// $before, $again, $now (ms), $limit → one row an entry · label Pending
MATCH (o:Pending)
WHERE o.at < $before AND coalesce(o.handedOverAt, 0) < $again
WITH o ORDER BY o.at LIMIT $limit
SET o.handedOverAt = $now
RETURN o.id AS outboxId, o.kind AS kind, o.actorId AS actorId, o.subjectId AS subjectId,
       o.of AS of, o.after AS after, o.quoted AS quoted, o.undoes AS undoes, o.emoji AS emoji
