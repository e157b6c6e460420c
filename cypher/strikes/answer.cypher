// Answers an appeal that waits, with an entry in the log; an approved one lifts the measure: covers of its barks end, too.
// $strikeId, $approve, $text, $at → 1 row with the person's id · index strike_id, former_handle, bark_id, staff_act_id
MATCH (s:Strike {id: $strikeId})<-[:RECEIVED]-(p)
USING INDEX s:Strike(id)
// include leases/_lock s
WITH s, p WHERE s.appealState = 'pending'
SET s.appealState = CASE WHEN $approve THEN 'approved' ELSE 'rejected' END, s.answer = $text
REMOVE s:PendingAppeal
WITH s, p, CASE WHEN $approve AND (s.measure = 'cover' OR NOT EXISTS {
  MATCH (p)-[:RECEIVED]->(o:Strike) WHERE o.measure = s.measure AND o.liftedAt IS NULL AND o.id <> s.id
}) THEN s.measure ELSE 'nothing' END AS kind
// include strikes/_undo
FOREACH (_ IN CASE WHEN $approve THEN [1] ELSE [] END | SET s.liftedAt = $at)
// include staff/_log
WITH s, p, kind
CALL (s, p, kind) {
  UNWIND s.barkIds AS barkId
  MATCH (b:Bark {id: barkId})
  USING INDEX b:Bark(id)
  WHERE kind = 'cover' AND EXISTS { (p)-[:BARKED]->(b) }
  REMOVE b.coveredAt
}
RETURN p.id AS personId
