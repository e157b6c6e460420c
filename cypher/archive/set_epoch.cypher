// Stores the wrapped key of an epoch. $accountId, $key, $n, $wrapped (null for the first) → 1 row; none without an archive
// index archive_account, archive_epoch_key
MATCH (a:Archive {accountId: $accountId})
MERGE (e:ArchiveEpoch {key: $key})
MERGE (a)-[:HAS_EPOCH]->(e)
SET e.n = $n, e.wrapped = $wrapped
RETURN a.accountId AS id
