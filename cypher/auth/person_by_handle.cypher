// The person for the demo sign-in, which needs no password. $handleKey → 0..1 rows · index person_handle
MATCH (p:Person {handleKey: $handleKey})
RETURN p.id AS id
