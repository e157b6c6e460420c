// There is one head of the key log: of two batches at once, the second sees the first's.
CREATE CONSTRAINT log_head_id IF NOT EXISTS FOR (h:LogHead) REQUIRE h.id IS UNIQUE
