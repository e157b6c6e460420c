// Stores an import with its lines for a worker to check; it replaces those that were never started. No row: one is being
// carried out, or $most others are kept. $personId, $bring {id, kind, …}, $parts [{number, lines}], $most → 1 row ImportRow
// index person_id, import_id
MATCH (p:Person {id: $personId})
// include leases/_lock p
WITH p
WHERE NOT EXISTS { (p)-[:MADE_IMPORT]->(other:Import) WHERE other.state IN ['running', 'undoing'] AND other.id <> $bring.id }
  AND COUNT { (p)-[:MADE_IMPORT]->(other:Import) WHERE NOT other.state IN ['checking', 'ready'] } < $most
CALL (p) {
  MATCH (p)-[:MADE_IMPORT]->(old:Import) WHERE old.state IN ['checking', 'ready'] AND old.id <> $bring.id
  OPTIONAL MATCH (old)-[:HAS_PART]->(part:ImportPart)
  DETACH DELETE part, old
}
MERGE (i:Import {id: $bring.id})
  ON CREATE SET i += $bring, i:OpenImport
MERGE (p)-[:MADE_IMPORT]->(i)
WITH i
CALL (i) {
  UNWIND $parts AS part
  MERGE (i)-[:HAS_PART]->(x:ImportPart {number: part.number})
    ON CREATE SET x.lines = part.lines
}
RETURN
// include imports/_import
AS import
