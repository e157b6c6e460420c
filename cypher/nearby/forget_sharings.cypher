// Deletes up to $limit expired sharing states, with the times of moves. $now (ms) → how many
// index sharing_until
MATCH (h:Sharing)
WHERE h.until <= $now AND NOT EXISTS { (h)<-[:SHARES]-()-[:HAS_SPOT]->() }
WITH h LIMIT $limit
DETACH DELETE h
RETURN count(*) AS count
