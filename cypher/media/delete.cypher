// Deletes discarded pictures whose files are gone. $ids → 1 row per picture · index media_id
UNWIND $ids AS id
MATCH (m:Media {id: id})
USING INDEX m:Media(id)
WHERE m:Discarded
DETACH DELETE m
RETURN id
