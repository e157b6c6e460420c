// The reactions of the last hour, for rebuilding popularity.
CREATE INDEX reacted_id IF NOT EXISTS FOR ()-[x:REACTED]-() ON (x.id)
