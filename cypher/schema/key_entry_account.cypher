// A client that knows a part of a chain reads what follows, in order.
CREATE INDEX key_entry_account IF NOT EXISTS FOR (e:KeyEntry) ON (e.accountId, e.seq)
