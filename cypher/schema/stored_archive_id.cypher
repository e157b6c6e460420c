// Archives are removed by their ids.
CREATE CONSTRAINT stored_archive_id IF NOT EXISTS FOR (a:StoredArchive) REQUIRE a.id IS UNIQUE
