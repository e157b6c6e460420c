// Deletes delivered outbox entries. $before (ms), $limit → how many · index outbox_done_at
MATCH (o:Done)
WHERE o.doneAt < $before
WITH o LIMIT $limit
DELETE o
RETURN count(*) AS count
