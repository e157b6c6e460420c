// Encrypted files are found by their ids, which are random.
CREATE CONSTRAINT sealed_file_id IF NOT EXISTS FOR (f:SealedFile) REQUIRE f.id IS UNIQUE
