// What was given emoji within the last hour, when popularity is built anew.
CREATE INDEX reacted_id IF NOT EXISTS FOR ()-[x:REACTED]-() ON (x.id)
