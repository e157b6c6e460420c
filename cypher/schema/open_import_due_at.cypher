// The worker goes on with imports that are due.
CREATE INDEX open_import_due_at IF NOT EXISTS FOR (i:OpenImport) ON (i.dueAt)
