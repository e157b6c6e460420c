// Posts a message, once for each hash; until another member accepts, one that is not silent, and $quiet that are.
// $id, $counter, $silent, $since (Unix ms: until when the former epoch counts), $envelope {generation, epoch, hash, at, …};
// _caller → 1 row: its fate, number, time and frank, and whom to tell; none if the device takes no part
// index conversation_id, person_id, membership_key, key_device_key, envelope_hash
MATCH (c:Conversation {id: $id})
// include messages/_caller
OPTIONAL MATCH (done:Envelope {conversationId: $id, hash: $envelope.hash})
WITH c, d, t, me, own, done, [(c)<-[o:TAKES_PART]-(a) WHERE a <> own AND o.gone IS NULL | o.state] AS others
WITH *, coalesce(done.number, c.number + 1) AS number, size(others) > 0 AND NOT 'open' IN others AS pending
WITH *, CASE
  WHEN done IS NOT NULL THEN 'done'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned'
  WHEN c.generation <> $envelope.generation THEN 'epoch_too_old'
  WHEN c.epoch <> $envelope.epoch AND (c.epoch <> $envelope.epoch + 1 OR c.epochAt < $since) THEN 'epoch_too_old'
  WHEN c.kind = 'direct' AND NOT EXISTS {
    (c)<-[:TAKES_PART]-(a:KeyAccount)<-[:HAS_KEYS]-(p:Person) WHERE a <> own AND NOT EXISTS { (me)-[:BLOCKS]-(p) }
  } THEN 'closed'
  WHEN pending AND NOT $silent AND c.asked > 0 THEN 'request_pending'
  WHEN pending AND $silent AND c.hushed >= $quiet THEN 'request_pending' ELSE 'new' END AS fate
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  CREATE (e:Envelope) SET e += $envelope, e.number = number, c.number = number, d.counter = $counter)
FOREACH (_ IN CASE WHEN fate = 'new' AND NOT $silent THEN [1] ELSE [] END |
  SET t.state = 'open', c.asked = coalesce(c.asked, 0) + CASE WHEN pending THEN 1 ELSE 0 END)
FOREACH (_ IN CASE WHEN fate = 'new' AND $silent AND pending THEN [1] ELSE [] END |
  SET c.hushed = coalesce(c.hushed, 0) + 1)
WITH c, me, own, done, number, fate
// include messages/_heard
RETURN fate, number, coalesce(done.at, $envelope.at) AS at, coalesce(done.frank, $envelope.frank) AS frank, people
