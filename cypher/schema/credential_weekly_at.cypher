// The worker looks for weekly mails that are due; only those who get one are in it.
CREATE INDEX credential_weekly_at IF NOT EXISTS FOR (c:Credential) ON (c.weeklyAt)
