// Requests to join, oldest first. $after (an id), $limit → rows · index applicant_id
MATCH (p:Applicant) WHERE p.id > $after
MATCH (p)-[:HAS]->(c:Credential)
RETURN p.id AS id, p.handle AS handle, p.at AS at, p.reason AS reason, p.locale AS locale, c.email AS email,
       c.confirmedAt AS confirmedAt, coalesce(p.entersWhenConfirmed, false) AS entersWhenConfirmed
ORDER BY p.id LIMIT $limit
