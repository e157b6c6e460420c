// The town's owner: the person with an e-mail address who joined first, as new towns have it.
MATCH (p:Person)-[:HAS]->(c:Credential) WHERE p.id > '' AND c.emailKey > '' AND NOT EXISTS { MATCH (s:Staff) WHERE s.owner }
WITH p ORDER BY p.id LIMIT 1
SET p:Staff, p.owner = true
