// People for a rehearsal: one whom the others follow. Its transaction is rolled back, so nobody else sees them.
// $authorId, $readerIds, $at (ms) → 1 row
CREATE (a:Person {id: $authorId, handle: $authorId, handleKey: $authorId, name: '', at: $at, bot: false, locked: false,
  discoverable: true, portrait: '', header: '', bio: ''})
FOREACH (id IN $readerIds |
  CREATE (:Person {id: id, handle: id, handleKey: id, name: '', at: $at, bot: false, locked: false, discoverable: true,
    portrait: '', header: '', bio: ''})-[:FOLLOWS {id: id, at: $at}]->(a))
RETURN a.id AS id
