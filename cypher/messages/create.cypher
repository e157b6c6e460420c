// Creates a conversation with its first group; a constraint refuses a second one of the same id or pair. $device (key),
// $counter, $conversation {id, kind, pair, …}, $change (messages/_members), $envelope (null while the device is alone)
// → 1 row: its id and whom to tell, none if the counter was used · index key_device_key, key_account_id, membership_key
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH d WHERE coalesce(d.counter, -1) < $counter
CREATE (c:Conversation) SET c += $conversation, d.counter = $counter
WITH c, 'new' AS fate, $change.entries AS number, $change AS change
// include messages/_members
WITH c, number
FOREACH (entry IN CASE WHEN $envelope IS NULL THEN [] ELSE [$envelope] END |
  CREATE (e:Envelope) SET e += entry, e.number = number)
WITH c
RETURN c.id AS id,
// include messages/_people
AS people
