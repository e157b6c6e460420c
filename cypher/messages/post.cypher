// Posts a message, once for each hash. Of a conversation that no other member has accepted, one message that is not silent
// is taken. Posting accepts a request. $conversationId, $personId, $device (key), $counter,
// $generation, $epoch, $hash, $at, $since (when the former epoch must have ended; both Unix ms), $silent, $envelope
// → 1 row: its fate, number, time and frank, and whom to tell; none if the device takes no part
// index conversation_id, person_id, membership_key, key_device_key, envelope_hash
MATCH (c:Conversation {id: $conversationId})
// include leases/_lock c
WITH c
MATCH (m:Membership {key: $conversationId + ' ' + $device}) WHERE m.until IS NULL
MATCH (me:Person {id: $personId})-[:HAS_KEYS]->(own:KeyAccount)-[t:TAKES_PART]->(c) WHERE t.gone IS NULL AND t.state <> 'left'
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH c, d, t, me, own, c.kind <> 'self' AND EXISTS { (c)<-[o:TAKES_PART]-(a) WHERE a <> own AND o.gone IS NULL }
  AND NOT EXISTS { (c)<-[o:TAKES_PART {state: 'open'}]-(a) WHERE a <> own AND o.gone IS NULL } AS pending
OPTIONAL MATCH (done:Envelope {conversationId: $conversationId, hash: $hash})
WITH c, d, t, me, own, done, pending, coalesce(done.number, c.number + 1) AS number, CASE
  WHEN done IS NOT NULL THEN 'done'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned'
  WHEN c.generation <> $generation THEN 'epoch_too_old'
  WHEN c.epoch <> $epoch AND (c.epoch <> $epoch + 1 OR c.epochAt < $since) THEN 'epoch_too_old'
  WHEN c.kind = 'direct' AND NOT EXISTS {
    (c)<-[:TAKES_PART]-(other:KeyAccount)<-[:HAS_KEYS]-(p:Person) WHERE other <> own AND NOT EXISTS { (me)-[:BLOCKS]-(p) }
  } THEN 'closed'
  WHEN pending AND NOT $silent AND c.asked > 0 THEN 'request_pending'
  ELSE 'new' END AS fate
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  CREATE (e:Envelope) SET e += $envelope, e.number = number
  SET c.number = number, d.counter = $counter)
FOREACH (_ IN CASE WHEN fate = 'new' AND NOT $silent THEN [1] ELSE [] END |
  SET t.state = 'open', c.asked = coalesce(c.asked, 0) + CASE WHEN pending THEN 1 ELSE 0 END)
WITH c, me, own, done, number, fate
CALL (c, me, own, number, fate) {
  MATCH (c)<-[o:TAKES_PART]-(a:KeyAccount)<-[:HAS_KEYS]-(p:Person) WHERE o.gone IS NULL AND o.state <> 'left'
  WITH o, p, number, fate, NOT $silent AND a <> own AND NOT EXISTS { (p)-[:BLOCKS]-(me) } AND NOT EXISTS {
    (p)-[x:MUTES]->(me) WHERE coalesce(x.until, $at + 1) > $at } AS heard
  FOREACH (_ IN CASE WHEN heard AND fate = 'new' THEN [1] ELSE [] END | SET o.newest = number)
  RETURN collect({ personId: p.id, alert: heard AND o.state = 'open' AND NOT coalesce(o.muted, false) }) AS people
}
RETURN fate, number, coalesce(done.at, $at) AS at, coalesce(done.frank, $envelope.frank) AS frank, people
