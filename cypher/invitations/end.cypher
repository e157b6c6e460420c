// Ends an invitation of a person. No row: they have none with that id, or it has ended. $id, $personId, $at → id
// index invitation_id
MATCH (i:Invitation {id: $id})<-[:MADE_INVITATION]-(host)
WHERE host.id = $personId AND coalesce(i.until, $at + 1) > $at
SET i.until = $at
RETURN i.id AS id
