// Stores somebody who comes with an invitation and is in when their address is confirmed (account/_new_person), reserves their
// handle until $until and counts the use. No row: the invitation is used up or over, its host may not invite any more, or the
// handle is taken or reserved. $code, $handleKey, $at, $until → id · index invitation_code, former_handle, person_handle
MATCH (i:Invitation {code: $code})<-[:MADE_INVITATION]-(host:Person)
// include leases/_lock i
WITH i, host WHERE i.uses < coalesce(i.most, i.uses + 1) AND coalesce(i.until, $at + 1) > $at AND
// include invitations/_host_may
MERGE (f:FormerHandle {key: $handleKey})
WITH i, f WHERE coalesce(f.until, 0) < $at AND NOT EXISTS { (:Person {handleKey: $handleKey}) }
SET f.until = $until, i.uses = i.uses + 1
// include account/_new_person Applicant
CREATE (p)-[:CAME_BY]->(i)
SET p.reason = '', p.entersWhenConfirmed = true
RETURN p.id AS id
