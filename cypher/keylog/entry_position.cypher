// Where the key log has a chain entry, and how much of it is published. $accountId, $label, $seq → one row
// index log_update_account, log_head_id
MATCH (u:LogUpdate {accountId: $accountId})
WHERE u.label = $label AND u.seq = $seq
OPTIONAL MATCH (h:LogHead {id: 'log'})
RETURN u.position AS position, coalesce(h.signedSize, 0) AS signedSize
