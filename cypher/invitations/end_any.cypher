// Ends an invitation of anybody. No row: there is none with that id, or it has ended. $id, $at → id
// index invitation_id, staff_act_id
MATCH (i:Invitation {id: $id})
WHERE coalesce(i.until, $at + 1) > $at
SET i.until = $at
WITH i
// include staff/_log
RETURN i.id AS id
