// Handles are unique, also when two people sign up at once.
CREATE CONSTRAINT person_handle IF NOT EXISTS FOR (p:Person) REQUIRE p.handleKey IS UNIQUE
