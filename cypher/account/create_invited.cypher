// Signs a person up with an invitation and counts its use (account/_new_person). No row: the invitation is used up or over, its
// host may not invite any more, or the handle is reserved. $code, $handleKey, $at → id, the id of whom to follow (null for
// nobody) · index invitation_code, former_handle
MATCH (i:Invitation {code: $code})<-[:MADE_INVITATION]-(host:Person)
// include leases/_lock i
WITH i, host WHERE i.uses < coalesce(i.most, i.uses + 1) AND coalesce(i.until, $at + 1) > $at AND
// include invitations/_host_may
MERGE (f:FormerHandle {key: $handleKey})
WITH i, host, f WHERE coalesce(f.until, 0) < $at
DETACH DELETE f
SET i.uses = i.uses + 1
// include account/_new_person Person
CREATE (p)-[:CAME_BY]->(i)
RETURN p.id AS id, CASE WHEN i.follows THEN host.id END AS hostId
