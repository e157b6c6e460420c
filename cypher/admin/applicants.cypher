// Requests to join between two ids, newest first. $max, $min, $limit → rows · index applicant_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (p:Applicant) WHERE p.id < $max AND p.id > $min
MATCH (p)-[:HAS]->(c:Credential)
RETURN p.id AS id, p.handle AS handle, p.at AS at, p.reason AS reason, p.locale AS locale, c.email AS email,
       c.confirmedAt AS confirmedAt
ORDER BY p.id DESC LIMIT $limit
