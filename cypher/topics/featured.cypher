// The topics that a person features, latest first, with their public barks about each.
// $personId → {id, name, barks, lastAt (ms)} · index person_id
MATCH (p:Person {id: $personId})-[f:FEATURES_TOPIC]->(t:Topic)
CALL (p, t) {
  MATCH (p)-[:BARKED]->(b:Bark)-[:TAGGED]->(t)
  WHERE b.audience = 'public'
  RETURN count(b) AS barks, max(b.at) AS lastAt
}
RETURN f.id AS id, t.name AS name, barks, lastAt
ORDER BY id DESC
