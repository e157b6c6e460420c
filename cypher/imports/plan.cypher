// Stores the lines of a part with the ids of what they will add, once, before anything is added: two workers with the same
// part then add the same. $id, $number, $lines → the lines as they are stored · index import_id
MATCH (i:Import {id: $id})-[:HAS_PART]->(part:ImportPart {number: $number})
USING INDEX i:Import(id)
// include leases/_lock part
WITH part
SET part.lines = CASE WHEN part.planned THEN part.lines ELSE $lines END, part.planned = true
RETURN part.lines AS lines
