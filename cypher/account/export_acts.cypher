// A person's likes, bookmarks or pins, for their data export. $kind: LIKES, BOOKMARKED or PINNED.
// $personId, $kind, $before (an id), $limit → rows, newest first · index person_id
MATCH (p:Person {id: $personId})-[e:LIKES|BOOKMARKED|PINNED]->(b:Bark)<-[:BARKED]-(by:Person)
USING INDEX p:Person(id)
WHERE type(e) = $kind AND e.id < $before
RETURN e.id AS id, { bark: b.id, author: by.handle } AS item
ORDER BY id DESC LIMIT $limit
