// Notes the archive of an import, before it is stored. $id, $until (Unix ms) → 1 row · index stored_archive_id
MERGE (a:StoredArchive {id: $id})
SET a.until = $until
RETURN a.id AS id
