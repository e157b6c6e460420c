// One way to open an account's keys, by "<account> <way> <id>".
CREATE CONSTRAINT vault_entry_key IF NOT EXISTS FOR (v:VaultEntry) REQUIRE v.key IS UNIQUE
