// Changes the description and focus of a person's own unused picture; null leaves a value as it is. A picture that waits for
// the staff, or that they approved, stays as they read it.
// $ownerId, $id, $description, $focusX, $focusY → 1 row if it is theirs to change · index media_id
MATCH (m:Media {id: $id})
USING INDEX m:Media(id)
WHERE m.ownerId = $ownerId AND m.kind = 'picture' AND NOT m:Discarded AND NOT EXISTS { (m)<-[:SHOWS]-(:Bark|Version) }
  AND NOT EXISTS { MATCH (m)<-[:SHOWS]-(s:ScheduledBark) WHERE s.heldAt IS NOT NULL OR s.approvedAt IS NOT NULL }
SET m.description = coalesce($description, m.description),
    m.focusX = coalesce($focusX, m.focusX),
    m.focusY = coalesce($focusY, m.focusY)
RETURN m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY } AS media
