// Notes that an encrypted file was stored. $id → its id, none if it was removed meanwhile · index sealed_file_id
MATCH (f:SealedFile {id: $id})
REMOVE f.pendingAt
RETURN f.id AS id
