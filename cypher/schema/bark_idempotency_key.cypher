// An Idempotency-Key creates one bark, also when two requests arrive at once (null for most barks).
CREATE CONSTRAINT bark_idempotency_key IF NOT EXISTS FOR (b:Bark) REQUIRE b.idempotencyKey IS UNIQUE
