// Encrypted files that should have been stored by now. $before (Unix ms), $limit → ids · index sealed_file_pending
MATCH (f:SealedFile)
WHERE f.pendingAt < $before
RETURN f.id AS id LIMIT $limit
