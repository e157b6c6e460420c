// Appeals whose measures lie between two ids, newest first: those that wait ($pending), or the answered ones.
// $max, $min, $limit, $pending → one row each · index strike_id
// With _oldest, the same list from its lower end, oldest first.
MATCH (s:Strike) WHERE s.id < $max AND s.id > $min
  AND CASE WHEN $pending THEN s.appealState = 'pending' ELSE s.appealState IN ['approved', 'rejected'] END
WITH s ORDER BY s.id DESC LIMIT $limit
MATCH (p)-[:RECEIVED]->(s)
RETURN
// include strikes/_strike
ORDER BY strike.id DESC
