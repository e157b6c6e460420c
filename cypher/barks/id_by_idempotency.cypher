// The bark that was created with an Idempotency-Key, and when. $idempotencyKey → 0..1 rows · index bark_idempotency_key
MATCH (b:Bark {idempotencyKey: $idempotencyKey})
RETURN b.id AS id, b.at AS at
