// Ends an invitation: of the person, or (with $personId null) of anybody. No row: there is none, or it has ended.
// $id, $personId, $at → id · index invitation_id
MATCH (i:Invitation {id: $id})<-[:MADE_INVITATION]-(host)
WHERE ($personId IS NULL OR host.id = $personId) AND coalesce(i.until, $at + 1) > $at
SET i.until = $at
RETURN i.id AS id
