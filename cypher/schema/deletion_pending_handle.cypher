// Whoever asked to be deleted may still sign in for some days, to come back. No two of them had one handle.
CREATE CONSTRAINT deletion_pending_handle IF NOT EXISTS FOR (l:DeletionPending) REQUIRE l.handleKey IS UNIQUE
