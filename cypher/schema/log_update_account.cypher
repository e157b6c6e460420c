// The updates of an account lose their openings when its person is purged.
CREATE INDEX log_update_account IF NOT EXISTS FOR (u:LogUpdate) ON (u.accountId)
