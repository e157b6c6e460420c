// The worker removes archives whose time is over.
CREATE INDEX stored_archive_until IF NOT EXISTS FOR (a:StoredArchive) ON (a.until)
