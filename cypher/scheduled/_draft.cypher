// Makes the scheduled bark `s` of `p`, which is locked, a draft. $draftId, $digest, $at (Unix ms), $reason (why it was not
// sent, or null)
MATCH (p)-[due:SCHEDULED]->(s)
DELETE due
MERGE (p)-[:WROTE]->(s)
SET s:Draft, s.key = p.id + ' ' + $draftId, s.id = $draftId, s.version = 1, s.digest = $digest, s.clientId = '',
  s.at = $at, s.reason = $reason, s.dueAt = CASE WHEN $reason IS NULL THEN s.dueAt END
REMOVE s:ScheduledBark, s.claimedUntil, s.app, s.appId, s.heldFor, s.heldAt, s.approvedAt
