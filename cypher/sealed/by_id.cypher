// Whether there is an encrypted file. $id → 0..1 rows · index sealed_file_id
MATCH (f:SealedFile {id: $id})
WHERE f.pendingAt IS NULL
RETURN f.id AS id
