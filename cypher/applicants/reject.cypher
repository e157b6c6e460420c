// Deletes a request to join and all that it has, and frees its handle. No row: there is no such request any more.
// $id → whose it was, and the digests of their tokens · index applicant_id, former_handle, staff_act_id
MATCH (p:Applicant {id: $id})
// include leases/_lock p
WITH p WHERE p:Applicant
WITH p, p.handle AS handle, head([(p)-[:HAS]->(c:Credential) | c.email]) AS email, [(p)-[:HOLDS]->(t:Token) | t.hash] AS hashes
CALL (p) { MATCH (f:FormerHandle {key: p.handleKey}) DETACH DELETE f }
CALL (p) { MATCH (p)-[:HAS|HOLDS]->(own:Credential|Token) DETACH DELETE own }
DETACH DELETE p
WITH handle, email, hashes
// include staff/_log
RETURN handle, email, hashes
