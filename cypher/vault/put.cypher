// Stores a way to open an account's keys, or replaces it. $accountId, $key, $way, $id, $body, $at (Unix ms), $most → its
// key; none with too many · index key_account_id, vault_entry_key
MATCH (k:KeyAccount {id: $accountId})
// include leases/_lock k
WITH k WHERE COUNT { (k)-[:OPENED_BY]->() } < $most OR EXISTS { (:VaultEntry {key: $key}) }
MERGE (v:VaultEntry {key: $key})
MERGE (k)-[:OPENED_BY]->(v)
SET v.way = $way, v.id = $id, v.body = $body, v.at = $at
RETURN v.key AS id
