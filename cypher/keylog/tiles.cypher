// Tiles of the key log. $keys ("<level>/<index>") → rows · index log_tile_key
UNWIND $keys AS key
MATCH (t:LogTile {key: key})
RETURN key, t.bytes AS bytes
