// Accepts a commit, if no other was accepted for its epoch: the envelope, the devices and the members change together.
// $id, $counter, $envelope {conversationId, generation, epoch, slot, hash, at, …}, $change (_members); _caller
// → 1 row: its fate, its number, the envelope that was accepted, and whom to tell; none if the device takes no part
// index conversation_id, person_id, membership_key, key_device_key, envelope_hash, envelope_slot
MATCH (c:Conversation {id: $id})
// include messages/_caller
OPTIONAL MATCH (done:Envelope {conversationId: $id, hash: $envelope.hash})
OPTIONAL MATCH (taken:Envelope {slot: $envelope.slot})
WITH c, d, taken, coalesce(done.number, c.number + 1) AS number, CASE
  WHEN done IS NOT NULL THEN 'done'
  WHEN c.generation <> $envelope.generation OR c.epoch <> $envelope.epoch THEN 'epoch_taken'
  WHEN coalesce(d.counter, -1) >= $counter THEN 'device_cloned'
  ELSE 'new' END AS fate, $change AS change,
// include messages/_people
AS before
FOREACH (_ IN CASE fate WHEN 'new' THEN [1] ELSE [] END |
  CREATE (e:Envelope) SET e += $envelope, e.number = number,
    c.number = number, c.epoch = $envelope.epoch + 1, d.counter = $counter,
    // What is still encrypted for the devices of before would be lost for those that came, and readable for those that went.
    c.epochAt = CASE WHEN size(change.seats) + size(change.removed) > 0 THEN 0 ELSE $envelope.at END)
WITH c, taken, number, fate, before, change
// include messages/_members
RETURN fate, number, before +
// include messages/_people
AS people, CASE WHEN fate = 'epoch_taken' AND taken IS NOT NULL THEN
// include messages/_envelope taken
END AS envelope
