// A person's votes, for their data export. $personId, $before (an id), $limit → rows, newest first · index person_id
MATCH (p:Person {id: $personId})-[e:VOTED]->(q:Poll)<-[:ASKS]-(b:Bark)<-[:BARKED]-(by:Person)
USING INDEX p:Person(id)
WHERE e.id < $before
RETURN e.id AS id, { bark: b.id, author: by.handle, choices: [(q)-[:OFFERS]->(o:PollOption) WHERE o.place IN e.choices | o.title] } AS item
ORDER BY id DESC LIMIT $limit
