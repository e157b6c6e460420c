// Archives of imports whose time is over. $now (Unix ms), $limit → ids · index stored_archive_until
MATCH (a:StoredArchive)
WHERE a.until <= $now
RETURN a.id AS id LIMIT $limit
