// A request to join. $id → 0..1 rows · index applicant_id
MATCH (p:Applicant {id: $id})-[:HAS]->(c:Credential)
RETURN p.id AS id, p.handle AS handle, p.at AS at, p.reason AS reason, p.locale AS locale, c.email AS email,
       c.confirmedAt AS confirmedAt, coalesce(p.entersWhenConfirmed, false) AS entersWhenConfirmed
