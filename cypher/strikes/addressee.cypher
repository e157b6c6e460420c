// Where somebody against whom a measure was taken gets mail, if they have confirmed that address. A suspended person is no
// :Person. $personId → 0..1 rows: handle, email · index person_id, suspended_id
OPTIONAL MATCH (p:Person {id: $personId})
OPTIONAL MATCH (s:Suspended {id: $personId})
WITH coalesce(p, s) AS measured
MATCH (measured)-[:HAS]->(c:Credential)
WHERE c.email IS NOT NULL AND c.confirmedAt IS NOT NULL
RETURN measured.handle AS handle, c.email AS email
