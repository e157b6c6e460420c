// Requests to join, oldest first. $after (an id), $limit → rows · index applicant_id
MATCH (p:Applicant) WHERE p.id > $after
MATCH (p)-[:HAS]->(c:Credential)
RETURN
// include applicants/_row
ORDER BY p.id LIMIT $limit
