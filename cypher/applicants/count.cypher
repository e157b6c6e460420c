// How many requests to join wait, from the count store. → 1 row
MATCH (p:Applicant) RETURN count(p) AS count
