// Pictures whose files are about to be removed, for the remover and for somebody who uploads the same file again.
CREATE INDEX discarded_key IF NOT EXISTS FOR (m:Discarded) ON (m.key)
