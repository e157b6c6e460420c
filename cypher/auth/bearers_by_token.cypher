// The app and the person (null for an app's own token) of access tokens, and whether they are of somebody who waits to be let in.
// `twoFactor`: whether they run the town and have a second factor. Tokens of closed, suspended and leaving people are absent.
// $hashes → one row per token · index token_hash
UNWIND $hashes AS hash
MATCH (t:Token {hash: hash})-[:OF]->(a:App)
USING INDEX t:Token(hash)
OPTIONAL MATCH (p:Person)-[:HOLDS]->(t) WHERE p.disabledAt IS NULL
WITH * WHERE p IS NOT NULL OR NOT EXISTS { (other)-[:HOLDS]->(t) WHERE NOT other:Applicant }
RETURN t.hash AS hash, t.scopes AS scopes, t.lastAt AS lastAt,
       a { .id, .name, .website, .redirectUris, .scopes } AS app,
       p { .id, .handle, .name, .portrait, .barksFor, .barksIn, .barksSensitive, .quotePolicy, .owner, .rights } AS person,
       coalesce(p:Staff, false) AND (EXISTS { (p)-[:HAS_PASSKEY]->() }
         OR EXISTS { MATCH (p)-[:HAS]->(c) WHERE c.twoFactorAt IS NOT NULL }) AS twoFactor,
       EXISTS { (:Applicant)-[:HOLDS]->(t) } AS waits
