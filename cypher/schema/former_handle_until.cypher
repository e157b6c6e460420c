// The worker lets handles go whose time is over.
CREATE INDEX former_handle_until IF NOT EXISTS FOR (f:FormerHandle) ON (f.until)
