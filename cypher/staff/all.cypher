// Everybody who takes part in running the town, and whether they have a second factor: owners first. → one row each · label Staff
MATCH (p:Staff) WHERE p:Person
WITH p ORDER BY coalesce(p.owner, false) DESC, p.id
RETURN p.id AS id, coalesce(p.owner, false) AS owner, coalesce(p.rights, []) AS rights,
       EXISTS { (p)-[:HAS_PASSKEY]->() } OR EXISTS { MATCH (p)-[:HAS]->(c) WHERE c.twoFactorAt IS NOT NULL } AS twoFactor
