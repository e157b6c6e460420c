// Keeps a code by which an app gets a person's token once; codes that ran out go. Also ones redeemed stay until then,
// so that a second redemption is noticed. $appId, $personId, $hash, $scopes, $redirectUri, $challenge, $until, $now
// (both Unix ms) → 1 row, none if either is missing · index app_id, person_id, code_hash, label Code
CALL () { MATCH (old:Code) WHERE old.until < $now DETACH DELETE old }
MATCH (a:App {id: $appId})
MATCH (p:Person {id: $personId})
MERGE (c:Code {hash: $hash})
  ON CREATE SET c.scopes = $scopes, c.redirectUri = $redirectUri, c.challenge = $challenge, c.until = $until
MERGE (c)-[:OF]->(a)
MERGE (p)-[:GRANTED]->(c)
RETURN p.id AS id
