// Discarded pictures, and whether another picture that is not discarded shares their files.
// $limit → 1 row a picture · index discarded_key, media_key
MATCH (m:Discarded)
WHERE m.key > ''
WITH m LIMIT $limit
RETURN m.id AS id, m.key AS key, m.kind AS kind,
       EXISTS { MATCH (o:Media {key: m.key}) WHERE NOT o:Discarded } AS needed
