// Hides a person and all of theirs by removing the label Person, which every query for people and barks requires.
// Reserves the handle. $handleKey, $at, $held (until when; both Unix ms) → id and handle
// index person_handle
MATCH (p:Person {handleKey: $handleKey})
SET p:Suspended, p.suspendedAt = $at
REMOVE p:Person
MERGE (f:FormerHandle {key: p.handleKey})
SET f.until = $held
RETURN p.id AS id, p.handle AS handle
