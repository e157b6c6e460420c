// A person's imports, newest first; with $id, only that one. $personId, $id (or "") → ImportRow · index person_id
MATCH (p:Person {id: $personId})-[:MADE_IMPORT]->(i:Import)
USING INDEX p:Person(id)
WHERE $id = '' OR i.id = $id
RETURN
// include imports/_import
AS import
ORDER BY import.id DESC
