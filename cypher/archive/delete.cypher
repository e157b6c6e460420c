// Deletes an account's archive but its records. $accountId → how many there were · index archive_account
MATCH (a:Archive {accountId: $accountId})
OPTIONAL MATCH (a)-[:HAS_EPOCH]->(e:ArchiveEpoch)
DETACH DELETE e, a
RETURN count(*) AS count
