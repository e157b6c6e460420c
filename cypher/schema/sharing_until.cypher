// When somebody moved is forgotten a day after they last did.
CREATE INDEX sharing_until IF NOT EXISTS FOR (h:Sharing) ON (h.until)
