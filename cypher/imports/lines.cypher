// The lines of a person's import, part by part in their order. $personId, $id → rows · index import_id
MATCH (i:Import {id: $id})<-[:MADE_IMPORT]-(p:Person)
USING INDEX i:Import(id)
WHERE p.id = $personId
MATCH (i)-[:HAS_PART]->(part:ImportPart)
RETURN part.lines AS lines
ORDER BY part.number
