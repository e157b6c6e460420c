// Frees an Idempotency-Key whose day is over. $idempotencyKey, $before → the id it had · index bark_idempotency_key
MATCH (b:Bark {idempotencyKey: $idempotencyKey})
WHERE b.at < $before
REMOVE b.idempotencyKey
RETURN b.id AS id
