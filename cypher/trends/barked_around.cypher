// Barks and rebarks since an id by a person and the people they follow: the newest of each.
// $personId, $floor, $people, $each → {who, how, text, language} · index person_id, bark_author_id, once an author
MATCH (v:Person {id: $personId})
CALL (v) {
  CALL (v) { MATCH (v)-[:FOLLOWS]->(f:Person) RETURN f ORDER BY coalesce(f.lastBarkAt, 0) DESC LIMIT $people }
  RETURN f.id AS who
  UNION RETURN v.id AS who
}
CALL (who) {
  MATCH (b:Bark)
  WHERE b.authorId = who AND b.id > $floor
  RETURN b ORDER BY b.authorId DESC, b.id DESC LIMIT $each
}
OPTIONAL MATCH (b)-[:OF]->(of:Bark)
WITH who, CASE WHEN of IS NULL THEN 'barked' ELSE 'rebarked' END AS how, coalesce(of, b) AS said
WHERE said.text IS NOT NULL
RETURN who, how, said.text AS text, said.language AS language
