// Deletes encrypted files whose bytes were removed. $ids → ids · index sealed_file_id
UNWIND $ids AS id
MATCH (f:SealedFile {id: id})
DELETE f
RETURN id
