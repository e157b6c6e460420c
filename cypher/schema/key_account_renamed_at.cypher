// The worker looks for accounts whose person has another handle than the key log says.
CREATE INDEX key_account_renamed_at IF NOT EXISTS FOR (a:KeyAccount) ON (a.renamedAt)
