// The records of an account, newest first.
CREATE INDEX archive_record_place IF NOT EXISTS FOR (r:ArchiveRecord) ON (r.accountId, r.place)
