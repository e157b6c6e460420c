// Barks by words that a person may find, newest first: public ones of indexable or followed people, the person's own,
// liked and bookmarked ones. bark_words returns at most $most matches of $words (Lucene, from operators.ts): as many
// matches mean that there may be more. $viewerId, $topics, $media (null: with and without pictures), $language,
// $not {topics, languages}, $following, $limit → one row {matches, ids}, or none · index person_id
MATCH (v:Person {id: $viewerId})
CALL db.index.fulltext.queryNodes('bark_words', $words, {limit: $most}) YIELD node
WITH v, collect(node) AS found
RETURN size(found) AS matches, COLLECT {
  UNWIND found AS b
  MATCH (b)<-[:BARKED]-(p:Person)
  WHERE ($language IS NULL OR b.language = $language OR b.language STARTS WITH $language + '-')
    AND none(code IN $not.languages WHERE coalesce(b.language, '') + '-' STARTS WITH code + '-')
    AND ($media IS NULL OR $media = EXISTS { (b)-[:SHOWS]->(:Media) })
    AND all(topic IN $topics WHERE EXISTS { (b)-[:TAGGED]->(t:Topic) WHERE t.name = topic })
    AND none(topic IN $not.topics WHERE EXISTS { (b)-[:TAGGED]->(t:Topic) WHERE t.name = topic })
    AND (NOT $following OR EXISTS { (v)-[:FOLLOWS]->(p) })
    AND (p.id = $viewerId OR EXISTS { (v)-[:LIKES|BOOKMARKED]->(b) }
      OR b.audience = 'public' AND (coalesce(p.indexable, true) OR EXISTS { (v)-[:FOLLOWS]->(p) }))
  RETURN b.id AS id ORDER BY id DESC LIMIT $limit
} AS ids
