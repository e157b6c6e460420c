// Requests to join between two ids, newest first. $max, $min, $limit → rows · index applicant_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (p:Applicant) WHERE p.id < $max AND p.id > $min
MATCH (p)-[:HAS]->(c:Credential)
RETURN
// include applicants/_row
ORDER BY p.id DESC LIMIT $limit
