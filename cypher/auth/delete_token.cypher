// Revokes an access token of an app; idempotent.
// $hash, $clientId → the person it belonged to · index token_hash
MATCH (t:Token {hash: $hash})-[:OF]->(:App {clientId: $clientId})
USING INDEX t:Token(hash)
OPTIONAL MATCH (p:Person)-[:HOLDS]->(t)
WITH t, p.id AS personId
CALL (t) { MATCH (t)-[:PUSHES]->(device) DETACH DELETE device }
DETACH DELETE t
RETURN personId
