// Takes a measure against a person, with an entry in the log; the outbox entry tells them, and deletes barks.
// $personId, $strike {id, at, measure, text, by, barkIds, barkTexts}, $held (Unix ms, until when a handle is
// reserved) → the person's handle · index person_id, suspended_id, strike_id, outbox_id, bark_id, staff_act_id
WITH { id: $personId } AS row
// include people/_anybody
MERGE (s:Strike {id: $strike.id})
  ON CREATE SET s += $strike
MERGE (p)-[:RECEIVED]->(s)
// include staff/_log
FOREACH (_ IN CASE $strike.measure WHEN 'limit' THEN [1] ELSE [] END | SET p:Limited)
FOREACH (_ IN CASE $strike.measure WHEN 'sensitive' THEN [1] ELSE [] END | SET p.alwaysSensitive = true)
FOREACH (_ IN CASE $strike.measure WHEN 'disable' THEN [1] ELSE [] END | SET p.disabledAt = $strike.at)
FOREACH (_ IN CASE $strike.measure WHEN 'suspend' THEN [1] ELSE [] END |
  SET p.suspendedAt = coalesce(p.suspendedAt, $strike.at) REMOVE p:Staff, p.rights)
// Somebody whose deletion is pending stays so, and cannot cancel it any more.
FOREACH (_ IN CASE WHEN $strike.measure = 'suspend' AND p:Person THEN [1] ELSE [] END |
  SET p:Suspended REMOVE p:Person
  MERGE (f:FormerHandle {key: p.handleKey}) SET f.until = $held)
MERGE (o:Outbox {id: $strike.id})
  ON CREATE SET o:Pending, o.kind = 'strike', o.actorId = $personId, o.subjectId = $strike.id, o.at = $strike.at
WITH p, s
CALL (p, s) {
  UNWIND s.barkIds AS barkId
  MATCH (b:Bark {id: barkId})
  USING INDEX b:Bark(id)
  WHERE s.measure = 'cover' AND EXISTS { (p)-[:BARKED]->(b) }
  SET b.coveredAt = s.at
}
RETURN p.handle AS handle
