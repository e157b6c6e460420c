// Deletes all ways to open an account's keys. $accountId → how many · index key_account_id
MATCH (:KeyAccount {id: $accountId})-[:OPENED_BY]->(v:VaultEntry)
DETACH DELETE v
RETURN count(*) AS count
