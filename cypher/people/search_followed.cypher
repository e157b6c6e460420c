// People the viewer follows, by a prefix of the handle or of a word of the name; those who barked last come first.
// $viewerId, $prefix (of the handle), $name (folded words; empty finds all), $limit → ids · index person_id, then the viewer's own follows
MATCH (v:Person {id: $viewerId})-[:FOLLOWS]->(p:Person)
USING INDEX v:Person(id)
WITH p, p.handleKey STARTS WITH $prefix AS byHandle, ' ' + coalesce(p.nameWords, '') CONTAINS ' ' + $name AS byName
WHERE byHandle OR byName
RETURN p.id AS id
ORDER BY byHandle DESC, coalesce(p.lastBarkAt, 0) DESC, id
LIMIT $limit
