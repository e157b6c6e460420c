// Pictures that no bark shows (yet, or any more) are looked at again when their time is over.
CREATE INDEX unattached_until IF NOT EXISTS FOR (m:Unattached) ON (m.until)
