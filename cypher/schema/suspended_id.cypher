// Suspended people are found by id when something is computed for everybody.
CREATE CONSTRAINT suspended_id IF NOT EXISTS FOR (s:Suspended) REQUIRE s.id IS UNIQUE
