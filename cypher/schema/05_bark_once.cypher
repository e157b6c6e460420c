// An Idempotency-Key makes one bark, also when it comes twice at once (null for most barks).
CREATE CONSTRAINT bark_once IF NOT EXISTS FOR (b:Bark) REQUIRE b.once IS UNIQUE
