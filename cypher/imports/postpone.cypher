// Has a part of an import be tried again at $at; one that failed $most times in a row stops. $id, $state, $place (as they
// were), $at (Unix ms), $waits (whether its owner waits for a limit), $failed (0 or 1), $most → 1 row if nothing else
// happened meanwhile · index import_id
MATCH (i:Import {id: $id})
// include leases/_lock i
WITH i WHERE i.state = $state AND i.place = $place
SET i.dueAt = $at, i.waits = $waits, i.failures = coalesce(i.failures, 0) + $failed
FOREACH (_ IN CASE WHEN i.failures >= $most THEN [1] ELSE [] END | SET i.state = 'stopped' REMOVE i:OpenImport, i.dueAt)
RETURN i.id AS id
