// A person's reactions, for their data export. $personId, $before (an id), $limit → rows, newest first
// index person_id
MATCH (p:Person {id: $personId})-[e:REACTED]->(r:Reaction)-[:TO]->(b:Bark)<-[:BARKED]-(by:Person)
USING INDEX p:Person(id)
WHERE e.id < $before
RETURN e.id AS id, { bark: b.id, author: by.handle, emoji: r.emoji } AS item
ORDER BY id DESC LIMIT $limit
