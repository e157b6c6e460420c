// Tiles of the key log are read and extended by "<level>/<index>".
CREATE CONSTRAINT log_tile_key IF NOT EXISTS FOR (t:LogTile) REQUIRE t.key IS UNIQUE
