// The newest rebarks of one author's barks, in order, for their alerts.
CREATE INDEX rebark_of_author_id IF NOT EXISTS FOR (r:Rebark) ON (r.ofAuthorId, r.id)
