// Discards all pictures of somebody, shown or not: their account ends.
// $ownerId → 1 row a picture · index media_owner_id
MATCH (m:Media {ownerId: $ownerId})
REMOVE m:Unattached
SET m:Discarded
RETURN m.id AS id
