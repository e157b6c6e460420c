// Issues an access token of an app, for a person, somebody who waits to be let in, or (with
// $personId null) the app itself.
// $appId, $id, $hash, $scopes, $at, $personId → hash · index app_id, token_hash, person_id, applicant_id
MATCH (a:App {id: $appId})
OPTIONAL MATCH (person:Person {id: $personId})
OPTIONAL MATCH (applicant:Applicant {id: $personId})
WITH a, coalesce(person, applicant) AS p
MERGE (t:Token {hash: $hash})
  ON CREATE SET t.id = $id, t.scopes = $scopes, t.at = $at, t.lastAt = $at
MERGE (t)-[:OF]->(a)
FOREACH (_ IN CASE WHEN p IS NULL THEN [] ELSE [1] END | MERGE (p)-[:HOLDS]->(t))
RETURN t.hash AS hash
