// The records of an account before a place, newest first. $accountId, $before (place), $limit → one row each
// index archive_record_place
MATCH (r:ArchiveRecord)
WHERE r.accountId = $accountId AND r.place < $before
RETURN r.id AS id, r.n AS n, r.at AS at, r.body AS body, r.place AS place
ORDER BY r.place DESC LIMIT $limit
