// Operators name suspended people by handle, and no two of them have the same.
CREATE CONSTRAINT suspended_handle IF NOT EXISTS FOR (s:Suspended) REQUIRE s.handleKey IS UNIQUE
