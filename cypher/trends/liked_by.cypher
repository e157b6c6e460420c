// The barks since an id that a person likes, last liked first.
// $personId, $floor, $limit → {who, how, text, language} · index person_id
MATCH (v:Person {id: $personId})-[l:LIKES]->(b:Bark)
USING INDEX v:Person(id)
WHERE l.id > $floor AND b.text IS NOT NULL
RETURN v.id AS who, 'liked' AS how, b.text AS text, b.language AS language
ORDER BY l.id DESC LIMIT $limit
