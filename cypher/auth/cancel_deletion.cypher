// Cancels the deletion of a person's account while that is possible, and unless they are suspended. $personId, $now → id · index deletion_pending_id
MATCH (p:DeletionPending {id: $personId})
USING INDEX p:DeletionPending(id)
WHERE p.leavesAt > $now AND p.suspendedAt IS NULL
OPTIONAL MATCH (f:FormerHandle {key: p.handleKey})
DETACH DELETE f
SET p:Person
REMOVE p:DeletionPending, p.leavesAt
RETURN p.id AS id
