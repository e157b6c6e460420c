// Barks by words that a person may find, newest first: public ones of people who let themselves be found, their own,
// and what they like or kept. matches tells whether the index had more than were looked at. $viewerId, $words (Lucene,
// of operators.ts), $most (how many are looked at), $topics, $media, $language, $following, $limit
// → one row {matches, ids} · index person_id, bark_search
MATCH (v:Person {id: $viewerId})
CALL () {
  CALL db.index.fulltext.queryNodes('bark_search', $words, {limit: $most}) YIELD node
  RETURN collect(node) AS found
}
RETURN size(found) AS matches, COLLECT {
  UNWIND found AS b
  MATCH (b)<-[:BARKED]-(p:Person)
  WHERE ($language IS NULL OR b.language = $language OR b.language STARTS WITH $language + '-')
    AND (NOT $media OR EXISTS { (b)-[:SHOWS]->(:Media) })
    AND all(topic IN $topics WHERE EXISTS { (b)-[:TAGGED]->(t:Topic) WHERE t.name = topic })
    AND (NOT $following OR EXISTS { (v)-[:FOLLOWS]->(p) })
    AND (p.id = $viewerId OR b.audience = 'public' AND coalesce(p.indexable, true)
      OR EXISTS { (v)-[:LIKES|BOOKMARKED]->(b) })
  RETURN b.id AS id ORDER BY id DESC LIMIT $limit
} AS ids
