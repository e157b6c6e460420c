// Somebody who asked to join is told at signing in that the request waits. No two of them have the same handle.
CREATE CONSTRAINT applicant_handle IF NOT EXISTS FOR (a:Applicant) REQUIRE a.handleKey IS UNIQUE
