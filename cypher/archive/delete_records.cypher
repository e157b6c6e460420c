// Deletes some records of an account. $accountId, $limit → how many · index archive_record_place
MATCH (r:ArchiveRecord)
WHERE r.accountId = $accountId AND r.place > ''
WITH r LIMIT $limit
DELETE r
RETURN count(*) AS count
