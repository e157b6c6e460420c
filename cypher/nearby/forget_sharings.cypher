// Forgets up to $limit people who share no place any more, and when they moved. $now (ms) → how many
// index sharing_until
MATCH (h:Sharing)
WHERE h.until <= $now AND NOT EXISTS { (h)<-[:SHARES]-()-[:HAS_SPOT]->() }
WITH h LIMIT $limit
DETACH DELETE h
RETURN count(*) AS count
