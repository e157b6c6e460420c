// Encrypted files that were not stored completely, for the worker that removes them.
CREATE INDEX sealed_file_pending IF NOT EXISTS FOR (f:SealedFile) ON (f.pendingAt)
