// Redeems a code for a token, once: the first redemption sets the token, and may be repeated with the same one.
// $hash, $clientId, $tokenHash, $id, $at → whether this is the first, and the token that was set · index code_hash, token_hash
MATCH (c:Code {hash: $hash})-[:OF]->(a:App {clientId: $clientId})
USING INDEX c:Code(hash)
MATCH (p:Person)-[:GRANTED]->(c) WHERE p.disabledAt IS NULL
// include leases/_lock c
SET c.token = coalesce(c.token, $tokenHash)
WITH c, a, p, c.token = $tokenHash AS first
FOREACH (_ IN CASE WHEN first THEN [1] ELSE [] END |
  MERGE (t:Token {hash: $tokenHash})
    ON CREATE SET t.id = $id, t.scopes = c.scopes, t.at = $at, t.lastAt = $at
  MERGE (t)-[:OF]->(a)
  MERGE (p)-[:HOLDS]->(t))
RETURN first, c.token AS tokenHash
