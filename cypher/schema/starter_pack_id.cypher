// A starter pack is found by its id.
CREATE CONSTRAINT starter_pack_id IF NOT EXISTS FOR (s:StarterPack) REQUIRE s.id IS UNIQUE
