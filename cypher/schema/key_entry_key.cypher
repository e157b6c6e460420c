// An account has one chain entry for each sequence number, by "<account> <seq>": of two at once, one is refused.
CREATE CONSTRAINT key_entry_key IF NOT EXISTS FOR (e:KeyEntry) REQUIRE e.key IS UNIQUE
