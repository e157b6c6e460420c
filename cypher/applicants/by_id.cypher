// A request to join. $id → 0..1 rows · index applicant_id
MATCH (p:Applicant {id: $id})
RETURN p.handle AS handle
