// Who asked to be deleted and can no longer come back. $now, $limit → ids · index deletion_pending_leaves_at
MATCH (l:DeletionPending)
WHERE l.leavesAt < $now
RETURN l.id AS id
ORDER BY l.leavesAt LIMIT $limit
