// An Idempotency-Key makes one bark, also when it comes twice at once (null for most barks).
CREATE CONSTRAINT bark_idempotency_key IF NOT EXISTS FOR (b:Bark) REQUIRE b.idempotencyKey IS UNIQUE
