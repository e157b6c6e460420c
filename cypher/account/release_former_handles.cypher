// Releases former handles whose reservation has ended. $now, $limit → how many · index former_handle_until
MATCH (f:FormerHandle)
WHERE f.until < $now
WITH f LIMIT $limit
DETACH DELETE f
RETURN count(*) AS count
