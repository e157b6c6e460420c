// Who is behind web sessions, and from which epoch on their sessions count. Demo people have no credential.
// $ids → one row a person · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (p)-[:HAS]->(c:Credential)
RETURN p.id AS id, p.handle AS handle, p.name AS name, p.portrait AS portrait,
       coalesce(c.sessionEpoch, 0) AS epoch
