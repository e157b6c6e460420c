// Deletes the notes of archives that were removed from the storage. $ids → ids · index stored_archive_id
UNWIND $ids AS id
MATCH (a:StoredArchive {id: id})
DELETE a
RETURN id
