// A viewer's private notes about others, and whether they feature them.
// $viewerId, $ids → one row per person about whom there is any · index person_id
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (v)-[n:NOTED]->(p)
WITH id, n.text AS note, EXISTS { (v)-[:ENDORSES]->(p) } AS endorsed
WHERE note IS NOT NULL OR endorsed
RETURN id, note, endorsed
