// Replaces the group of a conversation by one of the next generation. $conversationId, $personId, $device (key),
// $counter, $generation, $next (the epoch in which it begins), $slot, $origin (digest of the request), $at (Unix ms),
// $envelope (null while the device is alone), $seats, $removed, $accounts, $gone, $hidden, $entries (_members)
// → 1 row: its fate and whom to tell; none if the caller is no member
// index conversation_id, person_id, key_device_key, membership_key
MATCH (c:Conversation {id: $conversationId})
// include leases/_lock c
WITH c
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(own:KeyAccount)-[t:TAKES_PART]->(c) WHERE t.gone IS NULL
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH c, d, t, own, c.number + $entries AS number, CASE
  WHEN c.generation = $generation AND c.origin = $origin THEN 'done'
  WHEN c.generation <> $generation - 1 THEN 'generation_taken'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned'
  ELSE 'new' END AS fate,
  [(c)<-[:TAKES_PART]-(:KeyAccount)<-[:HAS_KEYS]-(p:Person) | p.id] AS before
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  SET c.number = number, c.generation = $generation, c.origin = $origin, c.epoch = $next, c.epochAt = $at,
      d.counter = $counter, t.state = 'open')
FOREACH (entry IN CASE WHEN fate = 'new' AND $envelope IS NOT NULL THEN [$envelope] ELSE [] END |
  CREATE (e:Envelope) SET e += entry, e.number = number)
WITH c, number, fate, before, own
CALL (c, own, fate) {
  UNWIND CASE fate WHEN 'new' THEN [1] ELSE [] END AS _
  MATCH (own)-[:HAS_DEVICE]->(mine:KeyDevice)
  MATCH (m:Membership {key: c.id + ' ' + mine.key})
  REMOVE m.idle
}
// include messages/_members
WITH c, number, fate, before
RETURN fate, number, before + [(c)<-[:TAKES_PART]-(:KeyAccount)<-[:HAS_KEYS]-(p:Person) | p.id] AS people
