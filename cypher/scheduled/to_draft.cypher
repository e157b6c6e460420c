// Makes a scheduled bark a draft of its author again. $id, $claimed (whether it must have been claimed, or not), $digest,
// $draftId, $at (Unix ms), $reason (why it was not sent, or null) → 1 row if it was there; a conflict when there is
// such a draft · index scheduled_bark_id
MATCH (s:ScheduledBark {id: $id})<-[:SCHEDULED]-(p)
USING INDEX s:ScheduledBark(id)
// include leases/_lock s
WITH s, p WHERE (s.claimedUntil IS NOT NULL) = $claimed AND s.id IS NOT NULL
MATCH (p)-[due:SCHEDULED]->(s)
DELETE due
MERGE (p)-[:WROTE]->(s)
SET s:Draft, s.key = p.id + ' ' + $draftId, s.id = $draftId, s.version = 1, s.digest = $digest, s.clientId = '',
  s.at = $at, s.reason = $reason, s.dueAt = CASE WHEN $reason IS NULL THEN s.dueAt END
REMOVE s:ScheduledBark, s.claimedUntil, s.app, s.appId
RETURN s.id AS id
