// Cancelling and purging find people by id.
CREATE CONSTRAINT deletion_pending_id IF NOT EXISTS FOR (l:DeletionPending) REQUIRE l.id IS UNIQUE
