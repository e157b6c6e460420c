// Expired places are deleted.
CREATE INDEX spot_until IF NOT EXISTS FOR (s:Spot) ON (s.until)
