// Unused pictures are checked when they are due.
CREATE INDEX unattached_until IF NOT EXISTS FOR (m:Unattached) ON (m.until)
