// The active devices of an account. $accountId → rows, by id · index key_account_id
MATCH (:KeyAccount {id: $accountId})-[:HAS_DEVICE]->(d:KeyDevice)
RETURN d.id AS id, d.signatureKey AS signatureKey, d.name AS name, d.at AS at, d.lastAt AS lastAt
ORDER BY id
