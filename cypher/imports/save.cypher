// Stores what became of the lines of a part and goes on to the next, unless another worker or its owner was faster.
// $id, $state, $place (as they were), $number, $lines, $tally, $at (Unix ms), $next (the state after it; the same before the
// last part) → 1 row if it was stored · index import_id
MATCH (i:Import {id: $id})
// include leases/_lock i
WITH i WHERE i.state = $state AND i.place = $place
MATCH (i)-[:HAS_PART]->(part:ImportPart {number: $number})
SET part.lines = $lines, i.tally = $tally, i.place = i.place + 1, i.dueAt = $at, i.failures = 0, i.state = $next
FOREACH (_ IN CASE WHEN $next = $state THEN [] ELSE [1] END | REMOVE i:OpenImport, i.dueAt)
RETURN i.id AS id
