// Operators name suspended people by handle, which is unique.
CREATE CONSTRAINT suspended_handle IF NOT EXISTS FOR (s:Suspended) REQUIRE s.handleKey IS UNIQUE
