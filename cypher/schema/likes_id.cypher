// The likes of the last hour, for rebuilding popularity.
CREATE INDEX likes_id IF NOT EXISTS FOR ()-[l:LIKES]-() ON (l.id)
