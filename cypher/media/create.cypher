// Stores a picture whose files exist. It is unattached until a bark or its owner's profile uses it.
// $id, $media {ownerId, kind, key, …}, $until (Unix ms) → 1 row · index media_id
MERGE (m:Media {id: $id})
ON CREATE SET m += $media, m:Unattached, m.until = $until
RETURN m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY } AS media
