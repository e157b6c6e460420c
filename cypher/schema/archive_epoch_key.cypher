// The wrapped key of an archive's epoch, by "<account> <epoch>".
CREATE CONSTRAINT archive_epoch_key IF NOT EXISTS FOR (e:ArchiveEpoch) REQUIRE e.key IS UNIQUE
