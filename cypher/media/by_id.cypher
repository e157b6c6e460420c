// A person's own pictures for barks, and whether a bark, a version or a draft uses them already.
// $ownerId, $ids → 0..1 rows an id · index media_id
UNWIND $ids AS id
MATCH (m:Media {id: id})
USING INDEX m:Media(id)
WHERE m.ownerId = $ownerId AND m.kind = 'picture' AND NOT m:Discarded
RETURN m { .id, .key, .width, .height, .thumbhash, .blurhash, .moving, .description, .focusX, .focusY } AS media,
       EXISTS { (m)<-[:SHOWS]-(:Bark|Version) } AS shown
