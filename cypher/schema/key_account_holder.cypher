// A person has one account of encrypted messages, also when two devices enrol at once. Closed ones have no holder.
CREATE CONSTRAINT key_account_holder IF NOT EXISTS FOR (a:KeyAccount) REQUIRE a.holderId IS UNIQUE
