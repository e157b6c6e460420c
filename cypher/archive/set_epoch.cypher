// Stores the wrapped key of an epoch, unless there is one. $accountId, $key, $n, $wrapped (null for the first)
// → 1 row, whether the epoch has this key; none without an archive
// index archive_account, archive_epoch_key
MATCH (a:Archive {accountId: $accountId})
MERGE (e:ArchiveEpoch {key: $key})
ON CREATE SET e.n = $n, e.wrapped = $wrapped
MERGE (a)-[:HAS_EPOCH]->(e)
RETURN coalesce(e.wrapped, '') = coalesce($wrapped, '') AS isKept
