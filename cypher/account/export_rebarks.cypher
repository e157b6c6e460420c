// A person's rebarks, for their data export. $personId, $before (an id), $limit → rows, newest first · index person_id
MATCH (p:Person {id: $personId})-[:REBARKED]->(r:Rebark)-[:OF]->(b:Bark)<-[:BARKED]-(by:Person)
USING INDEX p:Person(id)
WHERE r.id < $before
RETURN r.id AS id, { id: r.id, at: r.at, bark: b.id, author: by.handle } AS item
ORDER BY id DESC LIMIT $limit
