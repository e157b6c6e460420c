// Lets somebody in who had only to confirm their address, and did. No row: there is no such person. $personId → id, whom to
// follow because of their invitation (null for nobody), and the digests of their tokens · index applicant_id, former_handle
MATCH (p:Applicant {id: $personId})
// include leases/_lock p
WITH p WHERE p:Applicant AND p.entersWhenConfirmed
  AND EXISTS { MATCH (p)-[:HAS]->(c:Credential) WHERE c.confirmedAt IS NOT NULL }
CALL (p) { MATCH (f:FormerHandle {key: p.handleKey}) DETACH DELETE f }
SET p:Person
REMOVE p:Applicant, p.reason, p.entersWhenConfirmed
RETURN p.id AS id, [(p)-[:HOLDS]->(t:Token) | t.hash] AS hashes,
       head([(p)-[:CAME_BY]->(i:Invitation)<-[:MADE_INVITATION]-(host:Person) WHERE i.follows | host.id]) AS hostId
