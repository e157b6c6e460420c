// A person's pictures, for their data export. $personId, $before (an id), $limit → rows, newest first · index media_owner_id
MATCH (m:Media {ownerId: $personId})
USING INDEX m:Media(ownerId)
WHERE m.id < $before AND NOT m:Discarded
RETURN m.id AS id, m { .id, .key, .kind, .moving, .description } AS item
ORDER BY id DESC LIMIT $limit
