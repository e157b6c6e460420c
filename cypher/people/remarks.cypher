// What a viewer keeps about others: a private note, whether they feature them, the languages they follow them in.
// $viewerId, $ids → one row a person about whom there is any · index person_id
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
OPTIONAL MATCH (v)-[n:NOTED]->(p)
OPTIONAL MATCH (v)-[f:FOLLOWS]->(p)
WITH id, n.text AS note, EXISTS { (v)-[:ENDORSES]->(p) } AS endorsed, f.languages AS languages
WHERE note IS NOT NULL OR endorsed OR languages IS NOT NULL
RETURN id, note, endorsed, languages
