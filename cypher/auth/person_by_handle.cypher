// For the demo sign-in, which asks for no password. $handleKey → 0..1 rows · index person_handle
MATCH (p:Person {handleKey: $handleKey})
RETURN p.id AS id
