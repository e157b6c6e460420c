// People by id, from one on, with their handles. $after (an id, or ""), $limit → id, handle · index person_id
MATCH (p:Person)
WHERE p.id > $after
RETURN p.id AS id, p.handle AS handle
ORDER BY p.id LIMIT $limit
