// Deletes access tokens that were last used before a time. $before, $limit → their hashes · index token_last_at
MATCH (t:Token)
WHERE t.lastAt < $before
WITH t, t.hash AS key LIMIT $limit
CALL (t) { OPTIONAL MATCH (t)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE t
RETURN key
