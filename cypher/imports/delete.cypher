// Deletes a person's import with its lines; what it added stays. Not while it is carried out or undone.
// $personId, $id → 1 row with whether it was deleted, none if they have no such import · index import_id
MATCH (i:Import {id: $id})<-[:MADE_IMPORT]-(p:Person)
USING INDEX i:Import(id)
WHERE p.id = $personId
// include leases/_lock i
WITH i, NOT i.state IN ['running', 'undoing'] AS deleted
OPTIONAL MATCH (i)-[:HAS_PART]->(part:ImportPart) WHERE deleted
DETACH DELETE part
WITH DISTINCT i, deleted
FOREACH (_ IN CASE WHEN deleted THEN [1] ELSE [] END | DETACH DELETE i)
RETURN deleted
