// Barks by words that a person may find, newest first: public ones of people who let themselves be found, their own,
// and what they like or kept. $viewerId, $words (Lucene, of lucene.ts), $most (how many matches are looked at), $topics,
// $media, $language, $following, $limit → ids · index person_id, bark_search
MATCH (v:Person {id: $viewerId})
CALL db.index.fulltext.queryNodes('bark_search', $words, {limit: $most}) YIELD node AS b
WITH v, b
WHERE b.text IS NOT NULL
  AND ($language IS NULL OR b.language = $language OR b.language STARTS WITH $language + '-')
  AND (NOT $media OR EXISTS { (b)-[:SHOWS]->(:Media) })
  AND all(topic IN $topics WHERE EXISTS { (b)-[:TAGGED]->(t:Topic) WHERE t.name = topic })
  AND (NOT $following OR EXISTS { (v)-[:FOLLOWS]->(:Person)-[:BARKED]->(b) })
  AND (b.authorId = $viewerId
    OR b.audience = 'public' AND EXISTS { (p:Person)-[:BARKED]->(b) WHERE coalesce(p.indexable, true) }
    OR EXISTS { (v)-[:LIKES|BOOKMARKED]->(b) })
RETURN b.id AS id
ORDER BY id DESC LIMIT $limit
