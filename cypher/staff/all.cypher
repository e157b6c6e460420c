// Everybody who takes part in running the town: owners first. → one row each · label Staff
MATCH (p:Staff) WHERE p:Person
WITH p ORDER BY coalesce(p.owner, false) DESC, p.id
RETURN p.id AS id, coalesce(p.owner, false) AS owner, coalesce(p.rights, []) AS rights
