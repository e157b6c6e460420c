// Deletes all KeyPackages of an account. $accountId → how many · index key_account_id
MATCH (:KeyAccount {id: $accountId})-[:HAS_DEVICE|HAD_DEVICE]->(d)-[:OFFERS]->(k:KeyPackage)
DETACH DELETE k
RETURN count(*) AS count
