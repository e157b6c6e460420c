// Lifts a suspension and restores everything. $handleKey → id and handle · index suspended_handle
MATCH (p:Suspended {handleKey: $handleKey})
OPTIONAL MATCH (f:FormerHandle {key: p.handleKey})
DETACH DELETE f
SET p:Person
REMOVE p:Suspended, p.suspendedAt
RETURN p.id AS id, p.handle AS handle
