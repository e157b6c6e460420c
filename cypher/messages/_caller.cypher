// What the device $device (key) of a person $personId has to do with a conversation `c`, which is locked: their part `t`
// in it, the account `own`, the person `me` and the device `d`, locked too. No row without a part.
WITH c
// include leases/_lock c
WITH c
MATCH (m:Membership {key: c.id + ' ' + $device}) WHERE m.until IS NULL
MATCH (me:Person {id: $personId})-[:HAS_KEYS]->(own:KeyAccount)-[t:TAKES_PART]->(c)
USING INDEX me:Person(id)
WHERE t.gone IS NULL AND t.state <> 'left'
MATCH (d:KeyDevice {key: $device})
// include leases/_lock d
WITH c, t, me, own, d
