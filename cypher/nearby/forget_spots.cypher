// Deletes up to $limit expired places. $now (ms) → how many · index spot_until
MATCH (s:Spot)
WHERE s.until <= $now
WITH s LIMIT $limit
DETACH DELETE s
RETURN count(*) AS count
