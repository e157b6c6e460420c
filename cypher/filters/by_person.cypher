// People's filters, oldest first, with the words and barks that they match.
// $ids → one row per person who has any · index person_id
UNWIND $ids AS id
MATCH (v:Person {id: id})-[:FILTERS]->(f:Filter)
USING INDEX v:Person(id)
WITH id, f ORDER BY f.id
RETURN id, collect(f {
  .id, .title, .contexts, .action, .expiresAt,
  words: [(f)-[:MATCHES]->(w:FilterWord) | w { .id, .word, .whole }],
  barks: [(f)-[c:MATCHES]->(b:Bark) | { id: c.id, barkId: b.id }]
}) AS filters
