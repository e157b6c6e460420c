// The times of moves are deleted a day after the last one.
CREATE INDEX sharing_until IF NOT EXISTS FOR (h:Sharing) ON (h.until)
