// Those who come back, and those whose days are over, are found by id.
CREATE CONSTRAINT deletion_pending_id IF NOT EXISTS FOR (l:DeletionPending) REQUIRE l.id IS UNIQUE
