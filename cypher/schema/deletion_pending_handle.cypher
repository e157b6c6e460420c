// People whose deletion is pending may sign in to cancel it. No two of them have the same handle.
CREATE CONSTRAINT deletion_pending_handle IF NOT EXISTS FOR (l:DeletionPending) REQUIRE l.handleKey IS UNIQUE
