// When delivered entries of the outbox were delivered: to forget them, or to deliver them once more.
CREATE INDEX outbox_done_at IF NOT EXISTS FOR (o:Done) ON (o.doneAt)
