// Those who come back, and those whose days are over, are found by id.
CREATE CONSTRAINT leaver_id IF NOT EXISTS FOR (l:Leaver) REQUIRE l.id IS UNIQUE
