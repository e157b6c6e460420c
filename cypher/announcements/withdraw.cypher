// Takes an announcement back, with an entry in the log. $id → its id, no row if there is none
// index announcement_id, staff_act_id
MATCH (a:Announcement {id: $id})
DETACH DELETE a
// include staff/_log
RETURN $id AS id
