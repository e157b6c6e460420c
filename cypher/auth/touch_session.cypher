// Records that a web session is in use. $id, $at → id · index session_id
MATCH (s:Session {id: $id})
SET s.lastAt = $at
RETURN s.id AS id
