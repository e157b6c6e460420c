// Updates of the key log are sequenced in the order of their ids.
CREATE CONSTRAINT log_update_id IF NOT EXISTS FOR (u:LogUpdate) REQUIRE u.id IS UNIQUE
