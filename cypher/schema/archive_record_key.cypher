// A record is stored once, whichever of an account's devices writes it first, by "<account> <record>".
CREATE CONSTRAINT archive_record_key IF NOT EXISTS FOR (r:ArchiveRecord) REQUIRE r.key IS UNIQUE
