// The chain entries of an account after $seq, oldest first. $accountId, $seq, $limit → rows · index key_entry_account
MATCH (e:KeyEntry)
WHERE e.accountId = $accountId AND e.seq > $seq
RETURN e.seq AS seq, e.entry AS entry
ORDER BY e.accountId, e.seq
LIMIT $limit
