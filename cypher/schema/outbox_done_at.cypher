// Delivered outbox entries by time, for deleting them or delivering them again.
CREATE INDEX outbox_done_at IF NOT EXISTS FOR (o:Done) ON (o.doneAt)
