// Creates an authorization code and deletes expired ones. Redeemed codes are kept until they expire, so that a second
// redemption is noticed. $appId, $personId, $hash, $scopes, $redirectUri, $challenge, $until, $now
// (both Unix ms) → 1 row, none if either is missing · index app_id, person_id, code_hash, label Code
CALL () { MATCH (old:Code) WHERE old.until < $now DETACH DELETE old }
MATCH (a:App {id: $appId})
MATCH (p:Person {id: $personId}) WHERE p.disabledAt IS NULL
MERGE (c:Code {hash: $hash})
  ON CREATE SET c.scopes = $scopes, c.redirectUri = $redirectUri, c.challenge = $challenge, c.until = $until
MERGE (c)-[:OF]->(a)
MERGE (p)-[:GRANTED]->(c)
RETURN p.id AS id
