// Has a worker carry out a person's import, or undo it; no change if it is not in one of the states $from.
// $personId, $id, $from (states), $to, $at (Unix ms), $tally → 1 row ImportRow, none if they have no such import
// index import_id
MATCH (i:Import {id: $id})<-[:MADE_IMPORT]-(p:Person)
USING INDEX i:Import(id)
WHERE p.id = $personId
// include leases/_lock i
WITH i
FOREACH (_ IN CASE WHEN i.state IN $from THEN [1] ELSE [] END |
  // A worker that holds a part keeps it until its claim ends, so that nothing is added after it was undone.
  SET i.state = $to, i.place = 0, i.tally = $tally, i.failures = 0, i:OpenImport,
      i.dueAt = CASE WHEN i.dueAt > $at AND NOT i.waits THEN i.dueAt ELSE $at END)
RETURN
// include imports/_import
AS import
