// The encrypted files that somebody sent, for deleting them with their account.
CREATE INDEX sealed_file_owner IF NOT EXISTS FOR (f:SealedFile) ON (f.personId)
