// Who is behind web sessions. Ended ones are absent, and so are those of people who are leaving.
// $ids → one row a session · index session_id
UNWIND $ids AS id
MATCH (s:Session {id: id})<-[:SIGNED_IN]-(p:Person)
USING INDEX s:Session(id)
RETURN s.id AS id, s.lastAt AS lastAt, p { .id, .handle, .name, .portrait, .barksFor, .barksIn, .barksSensitive } AS person
