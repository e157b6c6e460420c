// Frees an Idempotency-Key whose day is over. $once, $before → the id it had · index bark_once
MATCH (b:Bark {once: $once})
WHERE b.at < $before
REMOVE b.once
RETURN b.id AS id
