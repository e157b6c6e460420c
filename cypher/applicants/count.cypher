// How many requests to join wait for an answer: not those who have only to confirm their address. → 1 row
MATCH (p:Applicant) WHERE NOT coalesce(p.entersWhenConfirmed, false)
RETURN count(p) AS count
