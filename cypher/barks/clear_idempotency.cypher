// Frees an Idempotency-Key that is older than a day. $idempotencyKey, $before → the bark's id · index bark_idempotency_key
MATCH (b:Bark {idempotencyKey: $idempotencyKey})
WHERE b.at < $before
REMOVE b.idempotencyKey
RETURN b.id AS id
