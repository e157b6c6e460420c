// Some of the encrypted files that somebody sent. $personId, $limit → ids · index sealed_file_owner
MATCH (f:SealedFile {personId: $personId})
RETURN f.id AS id LIMIT $limit
