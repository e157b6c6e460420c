// Deletes measures that were over before a time: lifted by then, or taken by then where nothing lasts. An appeal that waits
// keeps its measure. $before (Unix ms), $beforeId (an id of that time), $lasting, $limit → how many · index strike_id
MATCH (s:Strike) WHERE s.id < $beforeId AND NOT s:PendingAppeal
  AND CASE WHEN s.measure IN $lasting THEN s.liftedAt < $before ELSE coalesce(s.liftedAt, s.at) < $before END
WITH s LIMIT $limit
DETACH DELETE s
RETURN count(*) AS count
