// Deletes envelopes that were received before $before (Unix ms). $limit → how many · index envelope_at
MATCH (e:Envelope)
WHERE e.at < $before
WITH e LIMIT $limit
DELETE e
RETURN count(*) AS count
