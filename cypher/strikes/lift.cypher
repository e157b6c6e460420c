// Lifts a kind of measure from a person, with an entry in the log; an appeal that waits is approved by that.
// $personId, $measure, $at → 1 row with the person's handle · index person_id, suspended_id, former_handle,
// staff_act_id
WITH { id: $personId } AS row
// include people/_anybody
WITH p, $measure AS kind
// include strikes/_undo
// include staff/_log
WITH p, kind
CALL (p, kind) {
  MATCH (p)-[:RECEIVED]->(s:Strike) WHERE s.measure = kind AND s.liftedAt IS NULL
  SET s.liftedAt = $at, s.appealState = CASE s.appealState WHEN 'pending' THEN 'approved' ELSE s.appealState END
  REMOVE s:PendingAppeal
}
RETURN p.handle AS handle
