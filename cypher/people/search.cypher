// People by beginnings of words, best matches first: whole words, then whom many follow. Who blocks or is blocked is absent.
// $viewerId, $words (a Lucene query of rules.ts), $prefix, $most (how many person_words may give), $limit → ids
// index person_id
MATCH (v:Person {id: $viewerId})
CALL db.index.fulltext.queryNodes('person_words', $words, {limit: $most}) YIELD node AS p, score
WHERE p.discoverable AND NOT EXISTS { (v)-[:BLOCKS]-(p) }
RETURN p.id AS id
ORDER BY score DESC, p.handleKey STARTS WITH $prefix DESC, COUNT { (p)<-[:FOLLOWS]-() } DESC, id
LIMIT $limit
