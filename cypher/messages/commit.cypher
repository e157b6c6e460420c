// Accepts a commit, if no other was accepted for its epoch: the envelope, the devices and the members change together.
// $conversationId, $personId, $device (key), $counter, $generation, $epoch, $next (the epoch after it), $slot, $hash,
// $at (Unix ms), $envelope, $seats, $removed, $accounts, $gone, $hidden, $entries
// (_members) → 1 row: its fate, its number, the
// envelope that was accepted, and whom to tell; none if the device takes no part
// index conversation_id, person_id, membership_key, key_device_key, envelope_hash, envelope_slot
MATCH (c:Conversation {id: $conversationId})
// include leases/_lock c
WITH c
MATCH (m:Membership {key: $conversationId + ' ' + $device}) WHERE m.until IS NULL
MATCH (:Person {id: $personId})-[:HAS_KEYS]->(own:KeyAccount)-[t:TAKES_PART]->(c) WHERE t.gone IS NULL AND t.state <> 'left'
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH c, d, t
OPTIONAL MATCH (done:Envelope {conversationId: $conversationId, hash: $hash})
OPTIONAL MATCH (taken:Envelope {slot: $slot})
WITH c, d, t, done, taken, coalesce(done.number, c.number + 1) AS number, CASE
  WHEN done IS NOT NULL THEN 'done'
  WHEN c.generation <> $generation OR c.epoch <> $epoch THEN 'epoch_taken'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned'
  ELSE 'new' END AS fate,
  [(c)<-[:TAKES_PART]-(:KeyAccount)<-[:HAS_KEYS]-(p:Person) | p.id] AS before
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  CREATE (e:Envelope) SET e += $envelope, e.number = number
  SET c.number = number, c.epoch = $next, c.epochAt = $at, d.counter = $counter)
WITH c, taken, number, fate, before
// include messages/_members
RETURN fate, number, before + [(c)<-[:TAKES_PART]-(:KeyAccount)<-[:HAS_KEYS]-(p:Person) | p.id] AS people,
  CASE WHEN fate = 'epoch_taken' AND taken IS NOT NULL THEN
// include messages/_envelope taken
  ELSE null END AS envelope
