// Replaces the group of a conversation by one of the next generation. $id, $personId, $device (key), $counter, $group
// {generation, epoch, epochAt, origin}, $envelope (null while the device is alone), $change (messages/_members)
// → 1 row: its fate, the newest number and whom to tell; none if the caller is no member
// index conversation_id, person_id, key_device_key, membership_key
MATCH (c:Conversation {id: $id})
// include leases/_lock c
WITH c
MATCH (me:Person {id: $personId})-[:HAS_KEYS]->(own:KeyAccount)-[t:TAKES_PART]->(c)
USING INDEX me:Person(id)
WHERE t.gone IS NULL
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH c, d, t, own, c.number + $change.entries AS number, $change AS change, CASE
  WHEN c.generation = $group.generation AND c.origin = $group.origin THEN 'done'
  WHEN c.generation <> $group.generation - 1 THEN 'generation_taken'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned' ELSE 'new' END AS fate,
// include messages/_people
AS before
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  SET c += $group, c.number = number, d.counter = $counter, t.state = 'open')
FOREACH (entry IN CASE WHEN fate = 'new' AND $envelope IS NOT NULL THEN [$envelope] ELSE [] END |
  CREATE (e:Envelope) SET e += entry, e.number = number)
WITH c, number, fate, change, before, own
CALL (c, own, fate) {
  UNWIND CASE fate WHEN 'new' THEN [1] ELSE [] END AS _
  MATCH (c)-[:INCLUDES]->(m) WHERE m.device STARTS WITH own.id REMOVE m.idle }
// include messages/_members
RETURN fate, CASE fate WHEN 'new' THEN number ELSE c.number END AS number, before +
// include messages/_people
AS people
