// Claims the next part of imports that are due, for one worker until $until. Undoing goes backwards, so that the list that
// an import created is looked at after its members. Imports of closed accounts wait.
// $now, $until (Unix ms), $limit → rows ClaimedPart · index open_import_due_at
MATCH (i:OpenImport)
WHERE i.dueAt <= $now AND EXISTS { (p:Person)-[:MADE_IMPORT]->(i) WHERE p.disabledAt IS NULL }
WITH i ORDER BY i.dueAt, i.id LIMIT $limit
// include leases/_lock i
WITH i WHERE i:OpenImport AND i.dueAt <= $now
MATCH (p:Person)-[:MADE_IMPORT]->(i)
SET i.dueAt = $until, i.waits = false
WITH i, p, COUNT { (i)-[:HAS_PART]->() } AS parts
WITH *, CASE i.state WHEN 'undoing' THEN parts - 1 - i.place ELSE i.place END AS number
MATCH (i)-[:HAS_PART]->(part:ImportPart {number: number})
RETURN
// include imports/_import
AS import, p.id AS personId, i.place AS place, i.archive AS archive, number, parts, part.lines AS lines
