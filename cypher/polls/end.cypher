// Ends polls that are due, each once, also if several workers do this at once: the alerts about the result get the id
// of its outbox entry. $now (Unix ms), $ids (new ones), $limit (as many) → one row Job each
// index open_poll_ends_at
MATCH (q:OpenPoll)
WHERE q.endsAt <= $now
WITH q ORDER BY q.endsAt LIMIT $limit
// include leases/_lock q
WITH q
MATCH (q)<-[:ASKS]-(b:Bark)
WHERE q.endsAt <= $now AND coalesce(q.endedAt, 0) <> q.endsAt
WITH collect([q, b]) AS due
UNWIND range(0, size(due) - 1) AS i
WITH due[i][0] AS q, due[i][1] AS b, $ids[i] AS id
SET q.endedAt = q.endsAt, q.endId = id
REMOVE q:OpenPoll
CREATE (:Outbox:Pending {id: id, kind: 'poll', actorId: b.authorId, subjectId: b.id, at: $now})
RETURN id AS outboxId, 'poll' AS kind, b.authorId AS actorId, b.id AS subjectId
