// Handled reports are deleted once they are as old as the town keeps them.
CREATE INDEX report_resolved_at IF NOT EXISTS FOR (r:Report) ON (r.resolvedAt)
