// Makes an invitation. No row: the person has $limit that are not over, or staff limited them.
// $personId, $id, $code, $most, $until, $follows, $at, $limit → the invitation · index person_id, invitation_id
MATCH (host:Person {id: $personId})
// include leases/_lock host
WITH host WHERE NOT host:Limited AND COUNT { MATCH (host)-[:MADE_INVITATION]->(open:Invitation)
  WHERE open.id <> $id AND coalesce(open.until, $at + 1) > $at AND open.uses < coalesce(open.most, open.uses + 1) } < $limit
MERGE (i:Invitation {id: $id})
  ON CREATE SET i.code = $code, i.most = $most, i.until = $until, i.follows = $follows, i.uses = 0, i.at = $at
MERGE (host)-[:MADE_INVITATION]->(i)
RETURN
// include invitations/_invitation
AS invitation
