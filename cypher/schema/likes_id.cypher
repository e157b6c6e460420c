// What was liked within the last hour, when popularity is built anew.
CREATE INDEX likes_id IF NOT EXISTS FOR ()-[l:LIKES]-() ON (l.id)
