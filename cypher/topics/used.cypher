// The topics of a person's newest $depth public barks that they do not feature, most used first.
// $personId, $depth, $limit → names · index person_id, bark_author_id
MATCH (p:Person {id: $personId})
CALL (p) {
  MATCH (b:Bark) WHERE b.authorId = p.id AND b.id > '' AND b.audience = 'public'
  RETURN b ORDER BY b.authorId DESC, b.id DESC LIMIT $depth
}
MATCH (b)-[:TAGGED]->(t:Topic)
WHERE NOT EXISTS { (p)-[:FEATURES_TOPIC]->(t) }
RETURN t.name AS name, count(*) AS barks
ORDER BY barks DESC, name LIMIT $limit
