// The name of the grid that rounds a person's places: their household's or their own. $personId → 0..1 rows · index person_id
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (p)-[:LIVES_IN]->(h:Household)
RETURN coalesce(h.id, p.id) AS grid
