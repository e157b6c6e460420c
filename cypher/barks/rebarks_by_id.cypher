// Rebarks with the people who made them. $ids → one row per rebark · index bark_id
UNWIND $ids AS id
MATCH (r:Bark {id: id})<-[:REBARKED]-(p:Person)
USING INDEX r:Bark(id)
MATCH (r)-[:OF]->(b:Bark)
RETURN { id: r.id, at: r.at, of: b.id } AS rebark,
// include people/_person
AS author
