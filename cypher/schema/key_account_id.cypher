// Accounts of encrypted messages are found by id; a client chooses it, and it is never used again.
CREATE CONSTRAINT key_account_id IF NOT EXISTS FOR (a:KeyAccount) REQUIRE a.id IS UNIQUE
