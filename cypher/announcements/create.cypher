// Announces something to everybody, with an entry in the log. $id, $text, $at, $until (Unix ms) → its id
// index announcement_id, staff_act_id
MERGE (a:Announcement {id: $id})
  ON CREATE SET a.text = $text, a.at = $at, a.until = $until
// include staff/_log
RETURN a.id AS id
