// A request to join. $id → 0..1 rows · index applicant_id
MATCH (p:Applicant {id: $id})-[:HAS]->(c:Credential)
RETURN
// include applicants/_row
