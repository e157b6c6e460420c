// Switches an account's archive on or off. $accountId, $enabled → 1 row · index key_account_id, archive_account
MATCH (k:KeyAccount {id: $accountId})
MERGE (a:Archive {accountId: $accountId})
MERGE (k)-[:ARCHIVES]->(a)
SET a.enabled = $enabled
RETURN a.accountId AS id
