// Adds a passkey to a person; the constraint rejects a credential that is registered already. No row: no such person, or
// they have $most. $personId, $passkey {id, credential, …}, $most → the passkey · index person_id
MATCH (p:Person {id: $personId})
// Of two at once the second counts the first.
// include leases/_lock p
WITH p WHERE COUNT { (p)-[:HAS_PASSKEY]->() } < $most
CREATE (p)-[:HAS_PASSKEY]->(k:Passkey {credential: $passkey.credential})
SET k += $passkey
RETURN k { .id, .name, .at, .lastAt } AS passkey
