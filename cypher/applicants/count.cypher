// How many requests to join wait for an answer: not those who have only to confirm their address. → 1 row
// index applicant_id
MATCH (p:Applicant)
USING INDEX p:Applicant(id)
WHERE p.id > '' AND NOT coalesce(p.entersWhenConfirmed, false)
RETURN count(p) AS count
