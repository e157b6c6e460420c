// Hides somebody and all of theirs: every query that shows people and barks asks for a Person, and this is none now.
// Nobody else can take the handle. $handleKey, $at, $held (until when the handle is held; both Unix ms) → id and handle
// index person_handle
MATCH (p:Person {handleKey: $handleKey})
SET p:Suspended, p.suspendedAt = $at
REMOVE p:Person
MERGE (f:FormerHandle {key: p.handleKey})
SET f.until = $held
RETURN p.id AS id, p.handle AS handle
