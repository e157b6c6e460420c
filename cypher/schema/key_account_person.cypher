// All accounts of encrypted messages that a person ever had, when they are purged.
CREATE INDEX key_account_person IF NOT EXISTS FOR (a:KeyAccount) ON (a.personId)
