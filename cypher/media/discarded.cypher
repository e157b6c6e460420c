// Discarded pictures, and whether another picture that is not discarded shares their files.
// $limit → 1 row per picture · index discarded_key, media_key
MATCH (m:Discarded)
WHERE m.key > ''
WITH m LIMIT $limit
// Another process may delete a picture while this reads it.
WITH m.id AS id, m.key AS key, m.kind AS kind
WHERE id IS NOT NULL AND key IS NOT NULL AND kind IS NOT NULL
RETURN id, key, kind, EXISTS { MATCH (o:Media {key: key}) WHERE NOT o:Discarded } AS needed
