// People whose words may not be as lib/text folds them now, in the order of ids. $after (id), $limit
// → one row each · index person_id
MATCH (p:Person)
WHERE p.id > $after
RETURN p.id AS id, p.name AS name, p.bio AS bio
ORDER BY p.id LIMIT $limit
