// Has the key log told whose a handle is, and whose not any more, unless the person changed it again meanwhile.
// $accountId, $renamedAt, $after, $updates [{id, label, …}] → id · index key_account_id
MATCH (a:KeyAccount {id: $accountId})
// include leases/_lock a
WITH a WHERE a.renamedAt = $renamedAt
SET a.handleKey = $after REMOVE a.renamedAt
WITH a
CALL () { UNWIND $updates AS update CREATE (u:LogUpdate:Unsequenced) SET u += update }
RETURN a.id AS id
