// Somebody who asked to be deleted comes back while they may. $personId, $now → id · index leaver_id
MATCH (p:Leaver {id: $personId})
USING INDEX p:Leaver(id)
WHERE p.leavesAt > $now
OPTIONAL MATCH (f:FormerHandle {key: p.handleKey})
DETACH DELETE f
SET p:Person
REMOVE p:Leaver, p.leavesAt
RETURN p.id AS id
