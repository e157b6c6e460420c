// The ways to open an account's keys, oldest first. $accountId → one row each · index key_account_id
MATCH (:KeyAccount {id: $accountId})-[:OPENED_BY]->(v:VaultEntry)
RETURN v.way AS way, v.id AS id, v.body AS body, v.at AS at
ORDER BY v.at, v.id
