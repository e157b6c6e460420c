// Pictures that no bark shows (yet, or any more) are looked at again when their time is over.
CREATE INDEX loose_until IF NOT EXISTS FOR (m:Loose) ON (m.until)
