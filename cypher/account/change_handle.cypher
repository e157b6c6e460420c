// Changes a person's handle; the old one leads to them until $until. No row: the handle is reserved for another person.
// Locks the person (the first SET), then the wanted handle (the first MERGE), so that concurrent changes are serialised.
// $personId, $handle, $handleKey, $lookKey, $at, $until → id · index person_id, former_handle
MATCH (p:Person {id: $personId})
// include leases/_lock p
MERGE (claim:FormerHandle {key: $handleKey})
WITH p, claim
WHERE coalesce(claim.until, 0) < $at OR EXISTS { (claim)-[:LEADS_TO]->(p) }
DETACH DELETE claim
WITH p, p.handleKey AS before
FOREACH (_ IN CASE WHEN before <> $handleKey THEN [1] ELSE [] END |
  MERGE (old:FormerHandle {key: before})
  SET old.until = $until
  MERGE (old)-[:LEADS_TO]->(p)
  SET p.formerly = [key IN coalesce(p.formerly, []) WHERE NOT key IN [before, $handleKey]] + before)
FOREACH (a IN [(p)-[:HAS_KEYS]->(k:KeyAccount) | k] | SET a.renamedAt = $at) // for the key log
FOREACH (_ IN CASE WHEN p.name = p.handle THEN [1] ELSE [] END | SET p.name = $handle, p.nameWords = $handleKey)
SET p.handle = $handle, p.handleKey = $handleKey, p.lookKey = $lookKey
RETURN p.id AS id
