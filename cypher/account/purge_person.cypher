// Deletes a person once nothing else of theirs is left. $personId → how many · index deletion_pending_id
MATCH (l:DeletionPending {id: $personId})
WHERE NOT EXISTS { (l)--() }
DELETE l
RETURN count(*) AS count
