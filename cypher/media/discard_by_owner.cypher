// Discards all pictures of a person whose account is purged, used or not.
// $ownerId → 1 row per picture · index media_owner_id
MATCH (m:Media {ownerId: $ownerId})
REMOVE m:Unattached
SET m:Discarded
RETURN m.id AS id
