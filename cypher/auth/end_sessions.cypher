// Ends every web session and every app's access of a person.
// $personId → the new epoch and the hashes of the tokens that ended · index person_id
MATCH (p:Person {id: $personId})
MERGE (p)-[:HAS]->(c:Credential)
SET c.sessionEpoch = coalesce(c.sessionEpoch, 0) + 1
WITH p, c, [(p)-[:HOLDS]->(t:Token) | t.hash] AS hashes
CALL (p) { MATCH (p)-[:HOLDS]->(t:Token) DETACH DELETE t }
RETURN c.sessionEpoch AS epoch, hashes
