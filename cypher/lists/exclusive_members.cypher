// The people whose barks appear on people's exclusive lists instead of Home. $ids → one row per person · index person_id
UNWIND $ids AS id
MATCH (p:Person {id: id})
USING INDEX p:Person(id)
RETURN p.id AS id, [(p)-[:OWNS_LIST]->(:List {exclusive: true})-[:LISTS]->(m:Person) | m.id] AS members
