// Deletes a way to open an account's keys. $key → its key if it existed · index vault_entry_key
MATCH (v:VaultEntry {key: $key})
DETACH DELETE v
RETURN $key AS id
