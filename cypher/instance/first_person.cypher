// The person who joined first. No row: nobody has. → id · index person_id
MATCH (p:Person) WHERE p.id > ''
RETURN p.id AS id ORDER BY p.id LIMIT 1
