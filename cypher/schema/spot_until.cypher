// Places are deleted when their time is over.
CREATE INDEX spot_until IF NOT EXISTS FOR (s:Spot) ON (s.until)
