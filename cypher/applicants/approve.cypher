// Lets somebody in who asked to join. No row: there is no such request any more. $id → the person, and the digests of their
// tokens · index applicant_id, former_handle, staff_act_id
MATCH (p:Applicant {id: $id})
// include leases/_lock p
WITH p WHERE p:Applicant
CALL (p) { MATCH (f:FormerHandle {key: p.handleKey}) DETACH DELETE f }
SET p:Person
REMOVE p:Applicant, p.reason, p.entersWhenConfirmed
WITH p
// include staff/_log
RETURN p.handle AS handle, head([(p)-[:HAS]->(c:Credential) | c.email]) AS email, [(p)-[:HOLDS]->(t:Token) | t.hash] AS hashes
