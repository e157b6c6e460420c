// The properties of an app's authorization code. $hash, $clientId → 0..1 rows · index code_hash
MATCH (c:Code {hash: $hash})-[:OF]->(:App {clientId: $clientId})
USING INDEX c:Code(hash)
OPTIONAL MATCH (p:Person)-[:GRANTED]->(c)
RETURN c.scopes AS scopes, c.redirectUri AS redirectUri, c.challenge AS challenge, c.until AS until, p.id AS personId
