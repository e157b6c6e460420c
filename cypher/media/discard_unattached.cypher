// Checks unattached pictures that are due: one that a bark uses is attached, one on its owner's profile is checked
// again at $next, all others are discarded.
// $now, $next (Unix ms), $limit → 1 row per picture · index unattached_until, person_id, deletion_pending_id
MATCH (m:Unattached)
WHERE m.until < $now
WITH m LIMIT $limit
SET m.until = $next // locks: a bark that takes it up at this moment comes before or after, never between
WITH m, EXISTS { (m)<-[:SHOWS]-() } AS shown,
     EXISTS { MATCH (p:Person {id: m.ownerId}) WHERE p.portrait = m.key OR p.header = m.key }
       OR EXISTS { MATCH (p:DeletionPending {id: m.ownerId}) WHERE p.portrait = m.key OR p.header = m.key } AS worn
FOREACH (_ IN CASE WHEN shown THEN [1] ELSE [] END | REMOVE m:Unattached)
FOREACH (_ IN CASE WHEN shown OR worn THEN [] ELSE [1] END | REMOVE m:Unattached SET m:Discarded)
RETURN m.id AS id
