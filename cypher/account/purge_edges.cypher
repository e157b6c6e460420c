// Removes up to $limit relationships of somebody who is gone. $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})-[e]-()
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS count
