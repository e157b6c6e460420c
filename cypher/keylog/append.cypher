// Appends a chain entry, if the account's newest one is $seq - 1; the first creates the account. Devices that it no longer
// lists wait for the worker. $personId, $accountId, $seq, $entry {key, …}, $state, $at, $closed, $devices [{id, key, …}],
// $updates [{id, label, …}], $handleKey → seq; no row if another entry came first, or the account is another person's
// index person_id, key_account_id
MATCH (p:Person {id: $personId})
MERGE (a:KeyAccount {id: $accountId})
// include leases/_lock a
WITH p, a WHERE coalesce(a.seq, -1) = $seq - 1 AND coalesce(a.personId, $personId) = $personId
SET a.seq = $seq, a.state = $state, a.personId = $personId, a.at = coalesce(a.at, $at),
    a.handleKey = coalesce(a.handleKey, $handleKey), a.holderId = CASE WHEN $closed THEN null ELSE $personId END
MERGE (p)-[held:HAS_KEYS]->(a)
FOREACH (_ IN CASE WHEN $closed THEN [1] ELSE [] END | DELETE held)
CREATE (a)-[:HAS_ENTRY]->(e:KeyEntry {accountId: $accountId, seq: $seq, at: $at})
SET e += $entry
WITH a, [device IN $devices | device.id] AS listed
CALL (a, listed) {
  MATCH (a)-[has:HAS_DEVICE]->(d:KeyDevice) WHERE NOT d.id IN listed
  CREATE (a)-[:HAD_DEVICE]->(d) SET d.removedAt = $at DELETE has }
CALL (a) {
  UNWIND $devices AS device
  MERGE (d:KeyDevice {key: $accountId + ' ' + device.id})
    ON CREATE SET d += device, d.accountId = $accountId, d.at = $at, d.lastAt = $at
  MERGE (a)-[:HAS_DEVICE]->(d) }
CALL () { UNWIND $updates AS update CREATE (u:LogUpdate:Unsequenced) SET u += update }
RETURN a.seq AS seq
