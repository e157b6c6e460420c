// For the demo sign-in, which asks for no password. $handleKey → 0..1 rows · index person_handle
MATCH (p:Person {handleKey: $handleKey})
OPTIONAL MATCH (p)-[:HAS]->(c:Credential)
RETURN p.id AS id, coalesce(c.sessionEpoch, 0) AS epoch
