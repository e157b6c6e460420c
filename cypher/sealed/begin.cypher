// Notes an encrypted file that is about to be stored. $id, $personId, $size (bytes), $at (Unix ms) → its id
// index sealed_file_id
MERGE (f:SealedFile {id: $id})
SET f.personId = $personId, f.size = $size, f.at = $at, f.pendingAt = $at
RETURN f.id AS id
