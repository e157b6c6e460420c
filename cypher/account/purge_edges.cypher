// Deletes up to $limit relationships of a person who is purged. $personId, $limit → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})-[e]-()
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS count
