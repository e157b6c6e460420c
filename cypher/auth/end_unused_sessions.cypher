// Deletes web sessions that were last used before a time. $before, $limit → their ids · index session_last_at
MATCH (s:Session)
WHERE s.lastAt < $before
WITH s, s.id AS key LIMIT $limit
CALL (s) { OPTIONAL MATCH (s)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE s
RETURN key
