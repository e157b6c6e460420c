// What an append is checked against: the person, the newest state of the account, its chain entry with this number, and
// when the log got the one before. $personId, $accountId, $seq → one row; a, e, u are null when missing
// index person_id, key_account_id, key_entry_key, log_update_account
MATCH (p:Person {id: $personId})
OPTIONAL MATCH (a:KeyAccount {id: $accountId})
OPTIONAL MATCH (e:KeyEntry {key: $accountId + ' ' + toString($seq)})
OPTIONAL MATCH (u:LogUpdate {accountId: $accountId})
WHERE u.seq = $seq - 1 AND u.label = 'acct:' + $accountId
RETURN p.handleKey AS handleKey, a.personId AS ownerId, a.handleKey AS loggedKey, a.seq AS newest, a.state AS state,
       e.entry AS entry, u.at AS loggedAt
