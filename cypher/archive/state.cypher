// An account's archive and the keys of its epochs. $accountId → 0..1 rows · index archive_account
MATCH (a:Archive {accountId: $accountId})
RETURN a.enabled AS enabled, coalesce(a.count, 0) AS count,
  COLLECT { MATCH (a)-[:HAS_EPOCH]->(e:ArchiveEpoch) RETURN { n: e.n, wrapped: e.wrapped } ORDER BY e.n } AS epochs
