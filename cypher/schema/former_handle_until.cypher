// The worker releases former handles whose reservation has ended.
CREATE INDEX former_handle_until IF NOT EXISTS FOR (f:FormerHandle) ON (f.until)
