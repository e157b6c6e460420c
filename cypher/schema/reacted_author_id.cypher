// The newest reactions to one author's barks, in order, for their alerts.
CREATE INDEX reacted_author_id IF NOT EXISTS FOR ()-[x:REACTED]-() ON (x.authorId, x.id)
