// The worker asks for those whose days are over.
CREATE INDEX deletion_pending_leaves_at IF NOT EXISTS FOR (l:DeletionPending) ON (l.leavesAt)
