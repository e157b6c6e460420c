// Two people signing up at once cannot both get a handle: the database decides.
CREATE CONSTRAINT person_handle IF NOT EXISTS FOR (p:Person) REQUIRE p.handleKey IS UNIQUE
