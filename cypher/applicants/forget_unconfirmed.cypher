// Deletes up to $limit people with ids below $before who had only to confirm their address, and did not. Their handles, their
// addresses and the uses of their invitations are free again. $before, $limit → how many · index applicant_id, former_handle
MATCH (p:Applicant) WHERE p.id < $before AND p.entersWhenConfirmed
WITH p LIMIT $limit
// include leases/_lock p
WITH p WHERE p:Applicant
CALL (p) { MATCH (f:FormerHandle {key: p.handleKey}) DETACH DELETE f }
CALL (p) { MATCH (p)-[:CAME_BY]->(i:Invitation) SET i.uses = i.uses - 1 }
CALL (p) { MATCH (p)-[:HAS|HOLDS]->(own:Credential|Token) DETACH DELETE own }
DETACH DELETE p
RETURN count(*) AS count
