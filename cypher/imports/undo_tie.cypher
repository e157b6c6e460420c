// Ends the follow, request, block or mute that an import created, if it is still the same one. Adds an outbox entry.
// $viewerId, $personId, $id (of the relationship), $at, $outboxId → 1 row with the kind of the entry or "mute", none if there
// was nothing · index person_id
MATCH (v:Person {id: $viewerId})
MATCH (p:Person {id: $personId})
// include people/_lock_both
WITH v, p
MATCH (v)-[e:FOLLOWS|REQUESTED_FOLLOW|BLOCKS|MUTES]->(p)
WHERE e.id = $id OR e.asked = $id
WITH e, CASE type(e) WHEN 'MUTES' THEN 'mute' WHEN 'BLOCKS' THEN 'unblock' ELSE 'unfollow' END AS kind
DELETE e
FOREACH (_ IN CASE kind WHEN 'mute' THEN [] ELSE [1] END |
  MERGE (o:Outbox:Pending {id: $outboxId})
  SET o.kind = kind, o.actorId = $viewerId, o.subjectId = $personId, o.at = $at)
RETURN kind
