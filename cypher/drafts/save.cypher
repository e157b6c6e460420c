// Saves a draft. If another client changed it meanwhile, this one becomes a draft of its own ($otherKey), once. Of one
// client the later text counts. $personId, $key, $otherKey, $base (the version it is based on; null: any), $clientId,
// $digest, $draft {text, at, …}, $media (ids), $most, $looseUntil → 1 row DraftRow; none with too many drafts
// index person_id, draft_key, media_id
MATCH (p:Person {id: $personId})
WHERE COUNT { (p)-[:WROTE]->() } < $most OR EXISTS { (:Draft {key: $key}) }
MERGE (there:Draft {key: $key}) SET there.turn = true
WITH p, there, CASE
    WHEN there.version IS NULL THEN 'write'
    WHEN there.digest = $digest THEN 'keep'
    WHEN there.clientId = $clientId THEN CASE WHEN there.at < $draft.at THEN 'write' ELSE 'keep' END
    WHEN $base IS NULL OR there.version = $base THEN 'write'
    ELSE 'fork' END AS fate
REMOVE there.turn WITH p, fate
MERGE (d:Draft {key: CASE fate WHEN 'fork' THEN $otherKey ELSE $key END})
MERGE (p)-[:WROTE]->(d)
WITH d, CASE WHEN fate = 'write' OR d.version IS NULL THEN [1] ELSE [] END AS fresh
FOREACH (_ IN fresh |
  SET d += $draft, d.id = split(d.key, ' ')[1], d.clientId = $clientId, d.digest = $digest, d.version = coalesce(d.version, 0) + 1)
WITH d, fresh
CALL (d, fresh) { UNWIND fresh AS _ MATCH (d)-[s:SHOWS]->(m:Media) SET m:Unattached, m.until = $looseUntil DELETE s }
CALL (d, fresh) {
  UNWIND fresh AS _ UNWIND range(0, size($media) - 1) AS order
  MATCH (m:Media {id: $media[order]}) WHERE m.ownerId = $personId AND NOT m:Discarded
  MERGE (d)-[s:SHOWS]->(m) SET s.order = order }
RETURN
// include drafts/_draft
AS draft, [(d)-[s:SHOWS]->(m:Media) |
// include media/_media
] AS media
