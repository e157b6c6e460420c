// The worker looks for people whose deletion can no longer be cancelled.
CREATE INDEX deletion_pending_leaves_at IF NOT EXISTS FOR (l:DeletionPending) ON (l.leavesAt)
