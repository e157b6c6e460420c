// A code is redeemed by its hash, and only one of two concurrent requests can be first.
CREATE CONSTRAINT code_hash IF NOT EXISTS FOR (c:Code) REQUIRE c.hash IS UNIQUE
