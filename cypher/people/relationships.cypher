// How the viewer stands to others. $viewerId, $ids → one row an existing id · index person_id
MATCH (v:Person {id: $viewerId})
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN id, EXISTS { (v)-[:FOLLOWS]->(p) } AS following, EXISTS { (p)-[:FOLLOWS]->(v) } AS followedBy
