// The newest likes of one author's barks, in order, for their alerts.
CREATE INDEX likes_author_id IF NOT EXISTS FOR ()-[l:LIKES]-() ON (l.authorId, l.id)
