// People whose deletion can no longer be cancelled. $now, $limit → ids · index deletion_pending_leaves_at
MATCH (l:DeletionPending)
WHERE l.leavesAt < $now
RETURN l.id AS id
ORDER BY l.leavesAt LIMIT $limit
