// Stores records of an account, each once. $accountId, $records [{key, id, n, at, place, body}] → 1 row: how many were new;
// none while the archive is off · index archive_account, archive_record_key
MATCH (a:Archive {accountId: $accountId, enabled: true})
// include leases/_lock a
WITH a
CALL (a) {
  UNWIND $records AS record
  OPTIONAL MATCH (there:ArchiveRecord {key: record.key})
  WITH a, record WHERE there IS NULL
  CREATE (r:ArchiveRecord {accountId: $accountId}) SET r += record
  RETURN count(r) AS stored
}
SET a.count = coalesce(a.count, 0) + stored
RETURN stored
