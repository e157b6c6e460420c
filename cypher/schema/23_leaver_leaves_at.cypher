// The worker asks for those whose days are over.
CREATE INDEX leaver_leaves_at IF NOT EXISTS FOR (l:Leaver) ON (l.leavesAt)
