// Discards a person's own unused picture. Its files are removed afterwards.
// $ownerId, $id → 1 row if it was theirs and unused · index media_id
MATCH (m:Media {id: $id})
USING INDEX m:Media(id)
WHERE m.ownerId = $ownerId AND m.kind = 'picture'
SET m:Discarded // locks: a bark that takes it up at this moment comes before or after, never between
WITH m, EXISTS { (m)<-[:SHOWS]-(:Bark|Version) } AS shown
FOREACH (_ IN CASE WHEN shown THEN [1] ELSE [] END | REMOVE m:Discarded)
FOREACH (_ IN CASE WHEN shown THEN [] ELSE [1] END | REMOVE m:Unattached)
WITH m, shown
WHERE NOT shown
RETURN m.id AS id
