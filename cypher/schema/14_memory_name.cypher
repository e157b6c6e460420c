// One record of what Redis was.
CREATE CONSTRAINT memory_name IF NOT EXISTS FOR (m:Memory) REQUIRE m.name IS UNIQUE
