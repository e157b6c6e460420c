// Copies a picture with another description, so that versions of barks that show the original keep theirs.
// $ownerId, $id, $copyId, $description, $until (Unix ms) → 1 row if it is theirs · index media_id
MATCH (m:Media {id: $id})
USING INDEX m:Media(id)
WHERE m.ownerId = $ownerId AND m.kind = 'picture' AND NOT m:Discarded
MERGE (copy:Media {id: $copyId})
ON CREATE SET copy:Unattached, copy.until = $until, copy.description = $description,
  copy += m { .ownerId, .kind, .key, .width, .height, .thumbhash, .blurhash, .moving, .focusX, .focusY }
RETURN copy.id AS id
