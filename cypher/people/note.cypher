// Sets a private note about a person; a blank one removes it.
// $viewerId, $personId, $text → 1 row, none if either is missing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
FOREACH (_ IN CASE $text WHEN '' THEN [] ELSE [1] END | MERGE (v)-[n:NOTED]->(p) SET n.text = $text)
WITH v, p
OPTIONAL MATCH (v)-[blank:NOTED]->(p) WHERE $text = ''
DELETE blank
RETURN p.id AS id
